import type { Cover } from './roster-types.ts';

/** A stretch of time in which fewer people are scheduled than are needed. */
export type Stretch = {
	from: number;
	to: number;
	skillId: string | null;
	/** Most people short at once. */
	most: number;
	/** Hours of one person that are missing in all. */
	agentHours: number;
};

/** Stretches of shortfall by skill within a day, those with most missing hours first. `dayStarts` in order. */
export function shortStretches(
	cover: readonly Cover[],
	stepMs: number,
	dayStarts: readonly number[]
): Stretch[] {
	const starts = new Set(dayStarts);
	const stretches: Stretch[] = [];
	for (const [skillId, ofSkill] of Map.groupBy(cover, (one) => one.skillId)) {
		let open: Stretch | null = null;
		for (const { at, required, scheduled } of [...ofSkill].sort((a, b) => a.at - b.at)) {
			const short = required - scheduled;
			if (short <= 0) {
				open = null;
				continue;
			}
			if (open === null || open.to !== at || starts.has(at)) {
				open = { from: at, to: at, skillId, most: 0, agentHours: 0 };
				stretches.push(open);
			}
			open.to = at + stepMs;
			open.most = Math.max(open.most, short);
			open.agentHours += (short * stepMs) / 3_600_000;
		}
	}
	return stretches.sort((a, b) => b.agentHours - a.agentHours || a.from - b.from);
}
