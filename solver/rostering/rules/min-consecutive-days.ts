import { runsOf, type Rule } from './rule.ts';

export const minConsecutiveDays: Rule = {
	id: 'min-consecutive-days',
	sentence: 'A run of working days within the horizon is no shorter than the contract’s least.',
	check: ({ agent, calendar, worked }) =>
		runsOf(calendar.days, (d) => worked.some((w) => w.day === d))
			.filter((run) => run.from > 0 && run.from + run.length < calendar.days)
			.filter((run) => run.length < agent.contract.minConsecutiveDays)
			.map((run) => ({
				rule: 'min-consecutive-days',
				agent: agent.id,
				day: run.from,
				text: `${agent.name} works only ${run.length} days in a row from ${calendar.spoken(run.from)}; at least ${agent.contract.minConsecutiveDays}.`
			}))
};
