import { clock, runsOf, type Rule } from './rule.ts';

export const startSpread: Rule = {
	id: 'start-spread',
	sentence:
		'Within a week, or within days worked in a row, starts lie no further apart than the contract allows.',
	check({ agent, calendar, worked }) {
		const spread = agent.contract.startSpread;
		if (!spread) return [];
		const stretches =
			spread.per === 'week'
				? calendar.weeks
				: runsOf(calendar.days, (d) => worked.some((w) => w.day === d)).map(({ from, length }) => ({
						from,
						to: from + length
					}));
		return stretches.flatMap(({ from, to }) => {
			const starts = worked.filter((w) => w.day >= from && w.day < to).map((w) => w.shift.startMinute);
			const [first, last] = [Math.min(...starts), Math.max(...starts)];
			if (starts.length === 0 || last - first <= spread.minutes) return [];
			return [
				{
					rule: 'start-spread',
					agent: agent.id,
					day: from,
					text: `${agent.name} starts between ${clock(first)} and ${clock(last)} in the ${spread.per === 'week' ? 'week' : 'days in a row'} from ${calendar.spoken(from)}; at most ${spread.minutes} minutes apart.`
				}
			];
		});
	}
};
