import type { StaffingGroup } from './skill-groups.ts';

/**
 * What groups of people have left for contacts that wait once letters and outbound calls are done, in whole agents:
 * in each interval the group that can do a queue's with most people left does it. A fraction left over is carried to
 * the group's next interval of the day, so that over a day nobody is lost to rounding.
 *
 * @param groups with their people by interval, not rounded
 * @param other by queue, agents by interval
 * @param dayOf local day of each interval
 */
export function withoutOtherWork<Group extends Pick<StaffingGroup, 'id' | 'queueIds'>>(
	groups: readonly (Group & { agents: ArrayLike<number> })[],
	other: ReadonlyMap<string, ArrayLike<number>>,
	dayOf: ArrayLike<number>
): { id: string; queueIds: string[]; agents: number[] }[] {
	const left = groups.map(({ agents }) => Array.from(agents));
	for (const [queueId, wanted] of other) {
		const able = groups.flatMap(({ queueIds }, g) => (queueIds.includes(queueId) ? [g] : []));
		for (let i = 0; i < wanted.length; i++) {
			let open = wanted[i]!;
			for (let turn = 0; turn < able.length && open > 1e-9; turn++) {
				const most = able.reduce((best, g) => (left[g]![i]! > left[best]![i]! ? g : best));
				const takes = Math.min(open, left[most]![i]!);
				left[most]![i]! -= takes;
				open -= takes;
			}
		}
	}
	return groups.map(({ id, queueIds }, g) => {
		let carried = 0;
		return {
			id,
			queueIds,
			agents: left[g]!.map((agents, i) => {
				if (dayOf[i] !== dayOf[i - 1]) carried = 0;
				const whole = Math.floor(agents + carried + 1e-9);
				carried += agents - whole;
				return whole;
			})
		};
	});
}
