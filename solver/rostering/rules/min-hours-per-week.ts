import { hours, type Rule } from './rule.ts';

export const minHoursPerWeek: Rule = {
	id: 'min-hours-per-week',
	sentence:
		'The paid hours of a week reach the contract’s least, in proportion in a week cut by the horizon; a day of leave counts as an average working day.',
	check({ agent, calendar, worked }) {
		const { minHoursPerWeek: least, minDaysOffPerWeek } = agent.contract;
		return calendar.weeks.flatMap((week) => {
			const inWeek = (day: number) => day >= week.from && day < week.to;
			const leaveDays = new Set(agent.daysOff.filter(inWeek)).size;
			const credit = (leaveDays * least) / Math.max(1, 7 - minDaysOffPerWeek);
			const wanted = Math.floor((least * ((week.to - week.from) / 7) - credit) * 60 + 1e-6);
			const total = worked.reduce((sum, w) => sum + (inWeek(w.day) ? w.paidMinutes : 0), 0);
			return total >= wanted
				? []
				: [
						{
							rule: 'min-hours-per-week',
							agent: agent.id,
							day: week.from,
							text: `${agent.name} has ${hours(total)} paid hours in the week of ${calendar.spoken(week.from)}; at least ${hours(wanted)}.`
						}
					];
		});
	}
};
