/** A queue, by what decides whether it can share people. */
export interface PoolableQueue {
	id: string;
	/** Only queues of one kind can: as many contacts at once, waiting or deferred. */
	kind: string;
	/** Those who can take its contacts. */
	agentIds: ReadonlySet<string>;
}

/** Two queues share their people when so many of those who can do either can do both. */
const SHARED_PART = 0.5;

/** Numbers the sets of queues that share their people, from 1; queues with people of their own are left out. */
export function poolQueues(queues: readonly PoolableQueue[]): Map<string, number> {
	const setOf = queues.map((_, i) => i);
	const rootOf = (i: number): number => (setOf[i] === i ? i : rootOf(setOf[i]!));
	queues.forEach((a, i) => {
		queues.forEach((b, j) => {
			if (j <= i || a.kind !== b.kind) return;
			const both = [...a.agentIds].filter((id) => b.agentIds.has(id)).length;
			const either = a.agentIds.size + b.agentIds.size - both;
			if (either > 0 && both / either >= SHARED_PART) setOf[rootOf(j)] = rootOf(i);
		});
	});
	const members = Map.groupBy(
		queues.map((_, i) => i),
		rootOf
	);
	const numbers = new Map<string, number>();
	let next = 1;
	for (const shared of members.values()) {
		if (shared.length < 2) continue;
		for (const i of shared) numbers.set(queues[i]!.id, next);
		next++;
	}
	return numbers;
}
