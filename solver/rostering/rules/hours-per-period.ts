import { hours, type Rule, type Violation } from './rule.ts';

export const hoursPerPeriod: Rule = {
	id: 'hours-per-period',
	sentence:
		'The paid hours of any weeks in a row that the contract names, or of the whole horizon, lie within its limits; the least counts in proportion where the horizon cuts the weeks, and leave as it does for a week.',
	check({ agent, calendar, worked }) {
		const found: Violation[] = [];
		for (const { weeks, minHours, maxHours } of agent.contract.hoursPerPeriod ?? []) {
			const days = weeks === null ? calendar.days : 7 * weeks;
			const periods: { from: number; to: number }[] = [];
			if (weeks !== null)
				for (let first = 0; first + weeks <= calendar.weeks.length; first++)
					periods.push({ from: calendar.weeks[first]!.from, to: calendar.weeks[first + weeks - 1]!.to });
			if (periods.length === 0) periods.push({ from: 0, to: calendar.days });
			for (const { from, to } of periods) {
				const isInside = (day: number) => day >= from && day < to;
				const leaveDays = new Set(agent.daysOff.filter(isInside)).size;
				const workingDays = (days * Math.max(1, 7 - agent.contract.minDaysOffPerWeek)) / 7;
				const share = (to - from) / days - leaveDays / workingDays;
				const wanted = Math.max(0, Math.floor(minHours * share * 60 + 1e-6));
				const total = worked.reduce((sum, w) => sum + (isInside(w.day) ? w.paidMinutes : 0), 0);
				const most = maxHours === null ? Infinity : maxHours * 60;
				if (total >= wanted && total <= most) continue;
				found.push({
					rule: 'hours-per-period',
					agent: agent.id,
					day: from,
					text: `${agent.name} has ${hours(total)} paid hours from ${calendar.spoken(from)} to ${calendar.spoken(to - 1)}; ${total < wanted ? `at least ${hours(wanted)}` : `at most ${hours(most)}`}.`
				});
			}
		}
		return found;
	}
};
