import { isNightShift } from './night.ts';
import { runsOf, type Rule } from './rule.ts';

export const minConsecutiveNights: Rule = {
	id: 'min-consecutive-nights',
	sentence: 'A run of nights within the horizon is no shorter than the contract’s least.',
	check({ agent, calendar, worked }) {
		const least = agent.contract.minConsecutiveNights ?? 1;
		return runsOf(calendar.days, (d) => worked.some((w) => w.day === d && isNightShift(agent, w.shift)))
			.filter((run) => run.length < least && run.from > 0 && run.from + run.length < calendar.days)
			.map((run) => ({
				rule: 'min-consecutive-nights',
				agent: agent.id,
				day: run.from,
				text: `${agent.name} works only ${run.length} nights in a row from ${calendar.spoken(run.from)}; at least ${least}.`
			}));
	}
};
