import type { Rule } from './rule.ts';

export const shiftDays: Rule = {
	id: 'shift-days',
	sentence: 'A shift begins only on the weekdays it is offered.',
	check: ({ agent, calendar, worked }) =>
		worked
			.filter((w) => w.shift.days !== null && !w.shift.days.includes(w.day))
			.map((w) => ({
				rule: 'shift-days',
				agent: agent.id,
				day: w.day,
				text: `${agent.name} has "${w.shift.id}" on ${calendar.spoken(w.day)}, a day it is not offered.`
			}))
};
