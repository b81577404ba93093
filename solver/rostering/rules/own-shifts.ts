import type { Rule } from './rule.ts';

export const ownShifts: Rule = {
	id: 'own-shifts',
	sentence: 'A shift made for one agent and day is worked by nobody else and on no other day.',
	check({ problem, agent, calendar, worked }) {
		return worked.flatMap((w) => {
			const own = problem.options?.find(({ id }) => id === w.shift.id);
			if (!own || (own.agent === agent.id && own.day === w.day)) return [];
			return [
				{
					rule: 'own-shifts',
					agent: agent.id,
					day: w.day,
					text: `${agent.name} works "${own.id}" on ${calendar.spoken(w.day)}, which is for "${own.agent}" on ${calendar.spoken(own.day)} alone.`
				}
			];
		});
	}
};
