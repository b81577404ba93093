import { canDo, type RosterProblem } from '../problem.ts';
import type { CoreProblem } from './core-problem.ts';
import type { FloorDemand } from './floor-cover.ts';
import type { IntervalDemand } from './interval-cover.ts';

/** The minimum staff of a problem in the engine's terms; null where there is none. */
export function compileFloors(
	problem: RosterProblem,
	core: CoreProblem,
	demand: IntervalDemand
): FloorDemand | null {
	const { minimumStaff = [], intervalMinutes } = problem;
	if (minimumStaff.length === 0) return null;
	const { intervals, intervalsPerDay, stretches } = demand;
	const skills = [...new Set(minimumStaff.map(({ skill }) => skill))];
	const least = new Float64Array(skills.length * intervals);
	for (const { day, fromMinute, toMinute, skill, agents } of minimumStaff) {
		const from = day * intervalsPerDay + Math.floor(fromMinute / intervalMinutes);
		const to = Math.min(intervals, day * intervalsPerDay + Math.ceil(toMinute / intervalMinutes));
		for (let t = from; t < to; t++) {
			const cell = skills.indexOf(skill) * intervals + t;
			least[cell] = Math.max(least[cell]!, agents);
		}
	}
	const perPerson = demand.under + demand.deepUnder + demand.over;
	return {
		...{ floors: skills.length, intervals, intervalsPerDay, stretches, least },
		// More than any plan saves: it counts for one person in each interval at most.
		under: intervals * Math.max(perPerson, intervalMinutes / 60) + 2 * dearestPlan(core),
		agentFloors: problem.agents.map((agent) =>
			Int32Array.from(skills.flatMap((skill, floor) => (canDo(problem, agent, skill) ? [floor] : [])))
		)
	};
}

/** The most by which two plans of one agent differ in their own costs. */
function dearestPlan({ agents, days, kinds }: CoreProblem): number {
	const width = kinds + 1;
	return agents.reduce((most, { allowed, cost, standing }) => {
		let spread = standing?.charge ?? 0;
		for (let d = 0; d < days; d++) {
			let [low, high] = [Infinity, -Infinity];
			for (let i = d * width; i < (d + 1) * width; i++)
				if (allowed[i] === 1) {
					low = Math.min(low, cost[i]!);
					high = Math.max(high, cost[i]!);
				}
			if (high > low) spread += high - low;
		}
		return Math.max(most, spread);
	}, 0);
}
