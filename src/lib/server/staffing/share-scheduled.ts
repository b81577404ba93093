/** People who can take the same queues, and how many of them are there. */
export interface PresentGroup {
	queueIds: readonly string[];
	people: number;
}

/**
 * Where the people of an interval are counted: those who can take the fewest queues first, each group by what its
 * queues still need, and what is left over by what they need in all. A person is counted once; parts of people are
 * allowed. Pure.
 */
export function shareScheduled(
	groups: readonly PresentGroup[],
	required: ReadonlyMap<string, number>
): Map<string, number> {
	const shared = new Map<string, number>();
	const add = (queueId: string, people: number) => shared.set(queueId, (shared.get(queueId) ?? 0) + people);
	const byChoice = [...groups].sort((a, b) => a.queueIds.length - b.queueIds.length);
	for (const { queueIds, people } of byChoice) {
		if (queueIds.length === 0 || people <= 0) continue;
		const missing = queueIds.map((id) => Math.max(0, (required.get(id) ?? 0) - (shared.get(id) ?? 0)));
		const wanted = missing.reduce((sum, one) => sum + one, 0);
		const given = Math.min(people, wanted);
		queueIds.forEach((id, i) => wanted > 0 && add(id, (given * missing[i]!) / wanted));
		const over = people - given;
		if (over <= 0) continue;
		const needs = queueIds.map((id) => required.get(id) ?? 0);
		const all = needs.reduce((sum, one) => sum + one, 0);
		queueIds.forEach((id, i) => add(id, over * (all > 0 ? needs[i]! / all : 1 / queueIds.length)));
	}
	return shared;
}
