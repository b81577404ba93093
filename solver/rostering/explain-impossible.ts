import { compileProblem } from './core/compile-problem.ts';
import type { AgentRules } from './core/core-problem.ts';
import type { RosterProblem } from './problem.ts';
import { createPlanSearch } from './search/plan-search.ts';

/** Rules that can be lifted one by one, with the words for them and how a contract reads without them. */
const LIFTS: {
	words: (r: RosterProblem['agents'][number]) => string;
	lift: (rules: AgentRules) => AgentRules;
}[] = [
	{
		words: (a) => `at least ${a.contract.minHoursPerWeek} hours a week`,
		lift: (r) => ({ ...r, windows: r.windows.map((w) => ({ ...w, minMinutes: 0 })) })
	},
	{
		words: (a) => `at most ${a.contract.maxHoursPerWeek} hours a week`,
		lift: (r) => ({ ...r, windows: r.windows.map((w) => ({ ...w, maxMinutes: 10_080 })) })
	},
	{
		words: (a) => `${a.contract.minDaysOffPerWeek} days off a week`,
		lift: (r) => ({ ...r, windows: r.windows.map((w) => ({ ...w, maxShifts: 7 })) })
	},
	{
		words: (a) => `at most ${a.contract.maxConsecutiveDays} days in a row`,
		lift: (r) => ({ ...r, maxConsecutive: 42 })
	},
	{
		words: (a) => `runs of at least ${a.contract.minConsecutiveDays} working days`,
		lift: (r) => ({ ...r, minConsecutive: 1 })
	},
	{
		words: (a) => `runs of at least ${a.contract.minConsecutiveDaysOff} days off`,
		lift: (r) => ({ ...r, minConsecutiveOff: 1 })
	},
	{
		words: (a) => `at most ${a.contract.maxWeekends} weekends`,
		lift: (r) => ({ ...r, maxWeekends: Infinity })
	},
	{
		words: (a) => `${a.contract.minRestHours} hours between shifts`,
		lift: (r) => ({ ...r, follows: new Uint8Array(r.follows.length).fill(1) })
	},
	{
		words: () =>
			'availability, leave, hours a day, the days shifts are offered, and what is fixed or has begun',
		lift: (r) => ({ ...r, allowed: new Uint8Array(r.allowed.length).fill(1) })
	}
];

/** For each agent without any plan: which single rule, lifted, would give one. */
export function explainImpossible(problem: RosterProblem, agentIds: string[]): string[] {
	const { core } = compileProblem(problem);
	return agentIds.map((id) => {
		const index = problem.agents.findIndex((a) => a.id === id);
		const agent = problem.agents[index]!;
		const rules = core.agents[index]!;
		const feasible = (r: AgentRules) =>
			createPlanSearch(r, core.kindMinutes, core.days).replan(
				new Int16Array(core.days),
				r.cost,
				0,
				core.days,
				Infinity
			) !== null;
		const helps = LIFTS.filter(({ lift }) => feasible(lift(rules))).map(({ words }) => words(agent));
		return helps.length > 0
			? `${agent.name} can't be rostered: the rules contradict each other. Lifting any one of these would do: ${helps.join('; ')}.`
			: `${agent.name} can't be rostered: the rules contradict each other, and lifting no single one is enough.`;
	});
}
