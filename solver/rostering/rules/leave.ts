import type { Rule } from './rule.ts';

export const leave: Rule = {
	id: 'leave',
	sentence: 'No shift begins on an agent’s day of leave.',
	check: ({ agent, calendar, worked }) =>
		worked
			.filter((w) => agent.daysOff.includes(w.day))
			.map((w) => ({
				rule: 'leave',
				agent: agent.id,
				day: w.day,
				text: `${agent.name} has "${w.shift.id}" on ${calendar.spoken(w.day)}, a day off.`
			}))
};
