import type { StaffingGroup } from './skill-groups.ts';

/**
 * Gives each queue's letters and outbound calls to the group that can do them and has most people left in the
 * interval. Not rounded: what is left of an agent does the next queue's.
 *
 * @param other by queue, agents by interval
 * @param busy by group, agents on contacts by interval
 * @param headcount by group, the most people who can be there, by interval
 * @returns by group, agents by interval for work other than contacts that wait
 */
export function shareOtherWork(
	groups: readonly StaffingGroup[],
	other: ReadonlyMap<string, readonly number[]>,
	busy: ReadonlyMap<string, ArrayLike<number>>,
	headcount: (group: StaffingGroup, interval: number) => number
): Map<string, number[]> {
	const length = [...other.values()][0]?.length ?? 0;
	const given = new Map(groups.map(({ id }) => [id, new Array<number>(length).fill(0)]));
	for (const [queueId, agents] of other) {
		const able = groups.filter(({ queueIds }) => queueIds.includes(queueId));
		if (able.length === 0) continue;
		agents.forEach((count, i) => {
			if (count <= 0) return;
			const left = (group: StaffingGroup): number =>
				headcount(group, i) - (busy.get(group.id)?.[i] ?? 0) - given.get(group.id)![i]!;
			const most = able.reduce((best, group) => (left(group) > left(best) ? group : best));
			given.get(most.id)![i]! += count;
		});
	}
	return given;
}
