import type { Rule } from './rule.ts';

export const wholeWeekends: Rule = {
	id: 'whole-weekends',
	sentence:
		'An agent works on both days of a weekend or on neither, where the contract asks for whole weekends.',
	check({ agent, calendar, worked }) {
		if (agent.contract.wholeWeekends !== true) return [];
		const works = (day: number) => worked.some((w) => w.day === day);
		return Array.from({ length: calendar.days }, (_, day) => day)
			.filter((day) => calendar.weekday(day) === 6 && day > 0 && works(day) !== works(day - 1))
			.map((sunday) => ({
				rule: 'whole-weekends',
				agent: agent.id,
				day: works(sunday) ? sunday : sunday - 1,
				text: `${agent.name} works on only one day of the weekend of ${calendar.spoken(sunday - 1)}; both or neither.`
			}));
	}
};
