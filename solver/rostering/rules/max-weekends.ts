import type { Rule } from './rule.ts';

export const maxWeekends: Rule = {
	id: 'max-weekends',
	sentence: 'An agent works on no more weekends of the horizon than the contract allows.',
	check({ agent, calendar, worked }) {
		const most = agent.contract.maxWeekends;
		if (most === null) return [];
		const saturdays = new Set(
			worked.filter((w) => calendar.weekday(w.day) >= 5).map((w) => w.day - (calendar.weekday(w.day) - 5))
		);
		if (saturdays.size <= most) return [];
		const last = Math.max(...saturdays);
		return [
			{
				rule: 'max-weekends',
				agent: agent.id,
				day: Math.max(0, last),
				text: `${agent.name} works on ${saturdays.size} weekends, the last of them from ${calendar.spoken(last)}; at most ${most}.`
			}
		];
	}
};
