import type { Rule } from './rule.ts';

export const oneShiftADay: Rule = {
	id: 'one-shift-a-day',
	sentence: 'An agent begins at most one shift a day.',
	check: ({ agent, calendar, worked }) =>
		worked.flatMap((w, i) =>
			i > 0 && worked[i - 1]!.day === w.day
				? [
						{
							rule: 'one-shift-a-day',
							agent: agent.id,
							day: w.day,
							text: `${agent.name} begins "${worked[i - 1]!.shift.id}" and "${w.shift.id}" on ${calendar.spoken(w.day)}; at most one shift a day.`
						}
					]
				: []
		)
};
