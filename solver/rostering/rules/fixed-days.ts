import type { Rule } from './rule.ts';

export const fixedDays: Rule = {
	id: 'fixed-days',
	sentence: 'A day that is decided stays as it was decided: that very shift, or off.',
	check({ problem, agent, calendar, worked }) {
		return (problem.fixed ?? []).flatMap((fixed) => {
			if (fixed.agent !== agent.id) return [];
			const ids = worked.filter((w) => w.day === fixed.day).map((w) => w.shift.id);
			const kept = fixed.shift === null ? ids.length === 0 : ids.length === 1 && ids[0] === fixed.shift;
			if (kept) return [];
			const words = (id: string | null | undefined) => (id ? `"${id}"` : 'off');
			return [
				{
					rule: 'fixed-days',
					agent: agent.id,
					day: fixed.day,
					text: `${agent.name} has ${words(ids.join('", "'))} on ${calendar.spoken(fixed.day)}; decided is ${words(fixed.shift)}.`
				}
			];
		});
	}
};
