import type { CompiledProblem } from './core/compile-problem.ts';
import { explainShort } from './explain-short.ts';
import { allShifts, canDo, type RosterProblem } from './problem.ts';
import type { RosterCover } from './roster.ts';

/** Minimum staff that was not reached: where, how many there could be at most, and whether that proves it impossible. */
export interface MissingStaff {
	/** Somewhere fewer may work at all than must be there. */
	isImpossible: boolean;
	reasons: string[];
}

/**
 * Says why the minimum staff is not reached by the best roster found: for each stretch how many of those who know the
 * skill may work then at all (availability, leave, contract), and who works. That alone may prove it impossible.
 */
export function explainMissing(
	problem: RosterProblem,
	{ core, demand }: CompiledProblem,
	assignments: { agent: string; day: number; shift: string }[]
): MissingStaff {
	const { days } = problem.horizon;
	const { intervals, intervalsPerDay, stretches } = demand;
	const { floors, least, agentFloors } = demand.floors!;
	const skills = [...new Set(problem.minimumStaff!.map(({ skill }) => skill))];
	const kindOf = new Map(allShifts(problem).map(({ id }, i) => [id, i + 1]));
	const width = core.kinds + 1;

	/** Who may be there in an interval by some allowed shift, and who is. */
	const may = new Int32Array(floors * intervals);
	const is = new Int32Array(floors * intervals);
	const mark = (seen: Uint8Array, day: number, kind: number) => {
		const s = stretches[kind]!;
		for (let i = 0; i < s.length; i += 2)
			seen.fill(
				1,
				Math.min(intervals, day * intervalsPerDay + s[i]!),
				Math.min(intervals, day * intervalsPerDay + s[i + 1]!)
			);
	};
	core.agents.forEach(({ allowed }, a) => {
		const [could, does] = [new Uint8Array(intervals), new Uint8Array(intervals)];
		for (let d = 0; d < days; d++)
			for (let k = 1; k < width; k++) if (allowed[d * width + k] === 1) mark(could, d, k);
		for (const { agent, day, shift } of assignments)
			if (agent === problem.agents[a]!.id) mark(does, day, kindOf.get(shift)!);
		for (const floor of agentFloors[a]!)
			for (let t = 0; t < intervals; t++) {
				may[floor * intervals + t]! += could[t]!;
				is[floor * intervals + t]! += does[t]!;
			}
	});

	const reasons: string[] = [];
	let isImpossible = false;
	skills.forEach((skill, floor) => {
		const cover: RosterCover[] = [];
		for (let t = 0; t < intervals; t++) {
			const cell = floor * intervals + t;
			if (may[cell]! < least[cell]!) isImpossible = true;
			if (is[cell]! < least[cell]!)
				cover.push({
					day: Math.floor(t / intervalsPerDay),
					fromMinute: (t % intervalsPerDay) * problem.intervalMinutes,
					skill,
					required: least[cell]!,
					scheduled: is[cell]!
				});
		}
		const able = problem.agents.filter((agent) => canDo(problem, agent, skill)).length;
		const fewest = cover.reduce((low, { day, fromMinute }) => {
			const t = day * intervalsPerDay + fromMinute / problem.intervalMinutes;
			return Math.min(low, may[floor * intervals + t]!);
		}, Infinity);
		for (const text of explainShort(problem, assignments, cover))
			reasons.push(
				`Minimum staff is not reached. ${text} At the worst moment ${fewest} of the ${able} may work at all.`
			);
	});
	return { isImpossible, reasons };
}
