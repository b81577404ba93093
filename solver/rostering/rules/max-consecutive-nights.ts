import { isNightShift } from './night.ts';
import { runsOf, type Rule } from './rule.ts';

export const maxConsecutiveNights: Rule = {
	id: 'max-consecutive-nights',
	sentence: 'An agent does not work more nights in a row than the contract allows.',
	check({ agent, calendar, worked }) {
		const most = agent.contract.maxConsecutiveNights;
		if (most === undefined) return [];
		return runsOf(calendar.days, (d) => worked.some((w) => w.day === d && isNightShift(agent, w.shift)))
			.filter((run) => run.length > most)
			.map((run) => ({
				rule: 'max-consecutive-nights',
				agent: agent.id,
				day: run.from,
				text: `${agent.name} works ${run.length} nights in a row from ${calendar.spoken(run.from)}; at most ${most}.`
			}));
	}
};
