import type { Highs } from 'highs';
import { createCoveringModel } from '../bound/covering-model.ts';
import { inWholePeople, reachesOn } from '../bound/whole-program.ts';
import type { AgentRules, CoreProblem, Plan } from '../core/core-problem.ts';
import type { IntervalDemand } from '../core/interval-cover.ts';
import type { PlanSearch } from './plan-search.ts';

/** More than any charge. */
const BARRED = 1e9;

/**
 * One day of everybody planned anew at once, all other days held: who has the same skills, costs and kinds open to them
 * is counted together, and the covering program of the day in whole people finds how many work what. That moves as many
 * people at once as it takes, where the neighbourhood search moves two. Exact when it ends by itself, but for charges
 * of being otherwise than published.
 *
 * Cost: 1 to 3 s for 50 agents of one skill; several skills take far longer. Null when nothing was found before
 * `shouldStop`; what is found need not be better.
 */
export function replanDay(
	engine: Highs,
	core: CoreProblem,
	demand: IntervalDemand,
	searches: PlanSearch[],
	plans: readonly Plan[],
	day: number,
	shouldStop: () => boolean
): Plan[] | null {
	const { days, kinds } = core;
	const width = kinds + 1;
	// What is worked on the days beside it may count on this day, or this day's on the next.
	const from = reachesOn(core, demand, day - 1) ? day - 1 : day;
	const to = reachesOn(core, demand, day) ? day + 2 : day + 1;
	const agents = core.agents.map((agent, a) => ({
		...agent,
		allowed: openKinds(agent, core, searches[a]!, plans[a]!, day)
	}));
	const groups = groupBy(agents, demand, from * width, to * width);
	const program = createCoveringModel({ ...core, agents }, demand, from, to, groups);
	return engine.withModel(inWholePeople(program), (mip) => {
		mip.options.set({ output_flag: false, mip_rel_gap: 0 });
		mip.run({
			6: (event) => {
				if (shouldStop()) event.interrupt();
			}
		});
		if (Number(mip.info.get('primal_solution_status')) !== 2) return null;
		const { colValue } = mip.getSolution();
		const next = plans.map((plan) => plan.slice());
		for (const [g, group] of groups.entries()) {
			let filled = 0;
			for (let k = 1; k < width; k++) {
				const column = program.headColumn[(g * days + day) * width + k]!;
				const people = column < 0 ? 0 : colValue[column]!;
				if (Math.abs(people - Math.round(people)) > 1e-4) return null;
				for (let i = 0; i < Math.round(people); i++) next[group[filled++]!]![day] = k;
			}
			while (filled < group.length) next[group[filled++]!]![day] = 0;
		}
		return next;
	});
}

/** By [day * (kinds + 1) + kind] what the agent may take: on the day what the rest of the plan leaves open, else the plan. */
function openKinds(
	{ allowed }: AgentRules,
	{ days, kinds }: CoreProblem,
	search: PlanSearch,
	plan: Plan,
	day: number
): Uint8Array {
	const width = kinds + 1;
	const open = new Uint8Array(allowed.length);
	plan.forEach((kind, d) => (open[d * width + kind] = 1));
	const cost = new Float64Array(days * width).fill(BARRED);
	const trial: Plan = plan.slice();
	for (let i = day * width; i < (day + 1) * width; i++) {
		if (allowed[i] === 0) continue;
		cost[i] = 0;
		trial.set(plan);
		if (search.replan(trial, cost, day, day + 1, BARRED / 2) !== null) open[i] = 1;
		cost[i] = BARRED;
	}
	return open;
}

/** Agents between whom it makes no difference who works what, [from, to) being indexes of what is allowed. */
function groupBy(agents: AgentRules[], demand: IntervalDemand, from: number, to: number): number[][] {
	const groups = new Map<string, number[]>();
	agents.forEach(({ allowed, cost }, a) => {
		const key = [
			demand.agentLanes[a]!,
			demand.floors?.agentFloors[a] ?? '',
			allowed.subarray(from, to),
			cost.subarray(from, to)
		].join('|');
		const group = groups.get(key);
		if (group) group.push(a);
		else groups.set(key, [a]);
	});
	return [...groups.values()];
}
