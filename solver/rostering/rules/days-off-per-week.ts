import type { Rule } from './rule.ts';

export const daysOffPerWeek: Rule = {
	id: 'days-off-per-week',
	sentence:
		'A week has at least the contract’s days without a shift, in proportion in a week cut by the horizon.',
	check: ({ agent, calendar, worked }) =>
		calendar.weeks.flatMap((week) => {
			const length = week.to - week.from;
			const wanted = Math.floor((agent.contract.minDaysOffPerWeek * length) / 7);
			const off =
				length - new Set(worked.filter((w) => w.day >= week.from && w.day < week.to).map((w) => w.day)).size;
			return off >= wanted
				? []
				: [
						{
							rule: 'days-off-per-week',
							agent: agent.id,
							day: week.from,
							text: `${agent.name} has ${off} days off in the week of ${calendar.spoken(week.from)}; at least ${wanted}.`
						}
					];
		})
};
