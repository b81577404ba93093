import { runsOf, type Rule } from './rule.ts';

export const minConsecutiveDaysOff: Rule = {
	id: 'min-consecutive-days-off',
	sentence: 'A run of days off within the horizon is no shorter than the contract’s least.',
	check: ({ agent, calendar, worked }) =>
		runsOf(calendar.days, (d) => !worked.some((w) => w.day === d))
			.filter((run) => run.from > 0 && run.from + run.length < calendar.days)
			.filter((run) => run.length < agent.contract.minConsecutiveDaysOff)
			.map((run) => ({
				rule: 'min-consecutive-days-off',
				agent: agent.id,
				day: run.from,
				text: `${agent.name} has only ${run.length} days off in a row from ${calendar.spoken(run.from)}; at least ${agent.contract.minConsecutiveDaysOff}.`
			}))
};
