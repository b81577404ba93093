import type { ShiftPart } from '../problem.ts';
import { hours, type Rule, type WorkedShift } from './rule.ts';

export const breaksInShifts: Rule = {
	id: 'breaks-in-shifts',
	sentence:
		'A shift has its meal within the contract’s hours, no stretch without a pause longer than allowed, and pauses far enough apart.',
	check({ agent, calendar, worked }) {
		const rules = agent.contract.breakRules;
		if (!rules) return [];
		const { maxStretchMinutes: longest, minBetweenMinutes: nearest, meal } = rules;
		return worked.flatMap((w) => {
			const told = (fault: string) => ({
				rule: 'breaks-in-shifts',
				agent: agent.id,
				day: w.day,
				text: `${agent.name} ${fault} in "${w.shift.id}" on ${calendar.spoken(w.day)}.`
			});
			const stretches = stretchesOf(w);
			const found = [];
			const tooLong = stretches.find(({ from, to }) => longest !== undefined && to - from > longest);
			if (tooLong)
				found.push(
					told(`works ${hours(tooLong.to - tooLong.from)} hours without a pause, at most ${hours(longest!)},`)
				);
			const tooShort = stretches.slice(1, -1).find(({ from, to }) => to - from < (nearest ?? 0));
			if (tooShort)
				found.push(told(`has pauses ${tooShort.to - tooShort.from} minutes apart, at least ${nearest},`));
			if (!meal) return found;
			const meals = w.shift.breaks.filter((part) => part.kind === 'lunch' || (!part.kind && !part.paid));
			if (meals.length === 0 && w.shift.lengthMinutes >= meal.shiftMinutes) found.push(told('has no meal'));
			for (const { offsetMinute: at } of meals)
				if (at < meal.fromMinute || at > meal.toMinute)
					found.push(
						told(
							`has a meal ${hours(at)} hours after the start, wanted ${hours(meal.fromMinute)} to ${hours(meal.toMinute)},`
						)
					);
			return found;
		});
	}
};

/** Stretches between pauses, from the shift's start to its end; empty ones too. */
function stretchesOf({ shift }: WorkedShift): { from: number; to: number }[] {
	const isPause = (part: ShiftPart) => part.kind !== 'training' && part.kind !== 'meeting';
	const pauses = shift.breaks.filter(isPause);
	const begins = [0, ...pauses.map((p) => p.offsetMinute + p.lengthMinutes)];
	const ends = [...pauses.map((p) => p.offsetMinute), shift.lengthMinutes];
	return begins.map((from, i) => ({ from, to: ends[i]! }));
}
