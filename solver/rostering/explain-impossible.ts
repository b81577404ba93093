import { compileAgent, compileProblem } from './core/compile-problem.ts';
import { compileTerms } from './core/compile-sequences.ts';
import type { AgentRules } from './core/core-problem.ts';
import { allShifts, type Contract, type HoursPerPeriod, type RosterProblem } from './problem.ts';
import { createPlanSearch } from './search/plan-search.ts';

/** The agent's rules with another contract. */
type Under = (change: Partial<Contract>) => AgentRules;

const without = (...fields: (keyof Contract)[]): Partial<Contract> =>
	Object.fromEntries(fields.map((field) => [field, undefined]));

/** Rules that can be lifted one by one, with the words for them and how a contract reads without them. */
const LIFTS: {
	words: (r: RosterProblem['agents'][number]) => string;
	/** Left out: every contract has the rule. */
	holds?: (contract: Contract) => boolean;
	lift: (rules: AgentRules, under: Under) => AgentRules;
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
		lift: (_, under) => under({ minRestHours: 0 })
	},
	{
		words: () => 'whole weekends',
		holds: (c) => c.wholeWeekends === true,
		lift: (_, under) => under(without('wholeWeekends'))
	},
	{
		words: (a) => `${a.contract.minWeeklyRestHours} hours of rest at a stretch each week`,
		holds: (c) => c.minWeeklyRestHours !== undefined,
		lift: (_, under) => under(without('minWeeklyRestHours'))
	},
	{
		words: (a) => `hours ${(a.contract.hoursPerPeriod ?? []).map(periodWords).join(', ')}`,
		holds: (c) => c.hoursPerPeriod !== undefined,
		lift: (_, under) => under(without('hoursPerPeriod'))
	},
	{
		words: (a) => `at most ${a.contract.maxConsecutiveNights} nights in a row`,
		holds: (c) => c.maxConsecutiveNights !== undefined,
		lift: (_, under) => under(without('maxConsecutiveNights'))
	},
	{
		words: (a) => `runs of at least ${a.contract.minConsecutiveNights} nights`,
		holds: (c) => c.minConsecutiveNights !== undefined,
		lift: (_, under) => under(without('minConsecutiveNights'))
	},
	{
		words: () => 'starts that do not go back from day to day',
		holds: (c) => c.forwardOnly === true,
		lift: (_, under) => under(without('forwardOnly'))
	},
	{
		words: (a) => `starts at most ${a.contract.startSpread!.minutes} minutes apart`,
		holds: (c) => c.startSpread !== undefined,
		lift: (_, under) => under(without('startSpread'))
	},
	{
		words: () => 'which days may follow which',
		holds: (c) => c.sequences !== undefined,
		lift: (_, under) => under(without('sequences'))
	},
	{
		words: () => 'the breaks and meals within a shift',
		holds: (c) => c.breakRules !== undefined,
		lift: (_, under) => under(without('breakRules'))
	},
	{
		words: () => 'the rules for minors',
		holds: (c) => c.minors !== undefined,
		lift: (_, under) => under(without('minors'))
	},
	{
		words: () =>
			'availability, leave, hours a day, the days shifts are offered, and what is fixed or has begun',
		lift: (r) => ({ ...r, allowed: new Uint8Array(r.allowed.length).fill(1) })
	}
];

function periodWords({ weeks, minHours, maxHours }: HoursPerPeriod): string {
	const most = maxHours === null ? 'or more' : `to ${maxHours}`;
	return `${minHours} ${most} in ${weeks === null ? 'the whole horizon' : `${weeks} weeks`}`;
}

/** For each agent without any plan: which single rule, lifted, would give one. */
export function explainImpossible(problem: RosterProblem, agentIds: string[]): string[] {
	const { core, calendar } = compileProblem(problem);
	const shifts = allShifts(problem);
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
		const under: Under = (change) => {
			const contract = { ...agent.contract, ...change };
			return compileAgent(problem, { ...agent, contract }, calendar, shifts, compileTerms(shifts, contract));
		};
		const helps = LIFTS.filter(
			({ holds, lift }) => holds?.(agent.contract) !== false && feasible(lift(rules, under))
		).map(({ words }) => words(agent));
		return helps.length > 0
			? `${agent.name} can't be rostered: the rules contradict each other. Lifting any one of these would do: ${helps.join('; ')}.`
			: `${agent.name} can't be rostered: the rules contradict each other, and lifting no single one is enough.`;
	});
}
