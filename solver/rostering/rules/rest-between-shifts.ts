import { hours, type Rule } from './rule.ts';

export const restBetweenShifts: Rule = {
	id: 'rest-between-shifts',
	sentence: 'Between the end of a shift and the start of the next lie at least the contract’s hours of rest.',
	check({ agent, calendar, worked }) {
		const least = agent.contract.minRestHours * 60;
		return worked.flatMap((w, i) => {
			const before = worked[i - 1];
			if (!before || before.day === w.day || w.startsAt - before.endsAt >= least) return [];
			return [
				{
					rule: 'rest-between-shifts',
					agent: agent.id,
					day: w.day,
					text: `${agent.name} rests ${hours(w.startsAt - before.endsAt)} hours before "${w.shift.id}" on ${calendar.spoken(w.day)}; at least ${hours(least)}.`
				}
			];
		});
	}
};
