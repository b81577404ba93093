import { hours, type Rule } from './rule.ts';

export const maxHoursPerWeek: Rule = {
	id: 'max-hours-per-week',
	sentence: 'The paid hours of a week, Monday to Sunday, do not pass the contract’s most.',
	check: ({ agent, calendar, worked }) =>
		calendar.weeks.flatMap((week) => {
			const most = agent.contract.maxHoursPerWeek * 60;
			const total = worked.reduce(
				(s, w) => s + (w.day >= week.from && w.day < week.to ? w.paidMinutes : 0),
				0
			);
			return total <= most
				? []
				: [
						{
							rule: 'max-hours-per-week',
							agent: agent.id,
							day: week.from,
							text: `${agent.name} has ${hours(total)} paid hours in the week of ${calendar.spoken(week.from)}; at most ${hours(most)}.`
						}
					];
		})
};
