import { hours, type Rule } from './rule.ts';

export const hoursPerDay: Rule = {
	id: 'hours-per-day',
	sentence: 'The paid hours begun on a day do not pass the contract’s most hours a day.',
	check({ agent, calendar, worked }) {
		const most = agent.contract.maxHoursPerDay * 60;
		return worked
			.map((w) => ({ w, total: worked.reduce((sum, o) => sum + (o.day === w.day ? o.paidMinutes : 0), 0) }))
			.filter(({ w, total }) => total > most && worked.find((o) => o.day === w.day) === w)
			.map(({ w, total }) => ({
				rule: 'hours-per-day',
				agent: agent.id,
				day: w.day,
				text: `${agent.name} has ${hours(total)} paid hours on ${calendar.spoken(w.day)}; at most ${hours(most)}.`
			}));
	}
};
