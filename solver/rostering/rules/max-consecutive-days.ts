import { runsOf, type Rule } from './rule.ts';

export const maxConsecutiveDays: Rule = {
	id: 'max-consecutive-days',
	sentence: 'An agent does not work more days in a row than the contract allows.',
	check: ({ agent, calendar, worked }) =>
		runsOf(calendar.days, (d) => worked.some((w) => w.day === d))
			.filter((run) => run.length > agent.contract.maxConsecutiveDays)
			.map((run) => ({
				rule: 'max-consecutive-days',
				agent: agent.id,
				day: run.from,
				text: `${agent.name} works ${run.length} days in a row from ${calendar.spoken(run.from)}; at most ${agent.contract.maxConsecutiveDays}.`
			}))
};
