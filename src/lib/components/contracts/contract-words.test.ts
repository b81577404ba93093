import { expect, it } from 'vitest';
import { parseContract } from '#solver/rostering/index.ts';
import { ruleWords, weekWords } from './contract-words.ts';

const plain = { minHoursPerWeek: 20, maxHoursPerWeek: 40, minRestHours: 12, maxConsecutiveDays: 6 };

it('tells the hours a week, and exact ones as such', () => {
	expect(weekWords(parseContract(plain, 'c', []))).toBe('20–40 h a week');
	expect(weekWords(parseContract({ ...plain, minHoursPerWeek: 40 }, 'c', []))).toBe('exactly 40 h a week');
});

it('has a sentence for every rule and none for those that do not hold', () => {
	expect(ruleWords(parseContract(plain, 'c', []))).toEqual([
		'12 h between shifts',
		'at most 6 days in a row'
	]);
	const all = {
		...plain,
		...{
			maxHoursPerDay: 9,
			minDaysOffPerWeek: 2,
			minConsecutiveDays: 2,
			minConsecutiveDaysOff: 2,
			maxWeekends: 1
		},
		...{ wholeWeekends: true, minWeeklyRestHours: 36, maxConsecutiveNights: 1, minConsecutiveNights: 1 },
		night: { from: '22:00', to: '06:00', minHours: 3 },
		hoursPerPeriod: [
			{ weeks: 4, minHours: 120, maxHours: 160 },
			{ weeks: null, minHours: 80 }
		],
		forwardOnly: true,
		startSpread: { minutes: 120, per: 'run' },
		kinds: [{ id: 'early', from: '05:00', to: '09:00' }],
		sequences: [
			{ after: ['night', 'off'], then: ['off'] },
			{ after: ['late'], never: ['early', 'night'] }
		],
		breakRules: {
			maxStretchMinutes: 300,
			minBetweenMinutes: 90,
			meal: { shiftMinutes: 360, fromMinute: 180, toMinute: 300 }
		},
		minors: {}
	};
	const words = ruleWords(
		parseContract({ ...all, kinds: [...all.kinds, { id: 'late', from: '13:00', to: '18:00' }] }, 'c', [])
	);
	expect(words).toContain('after a night and off only off');
	expect(words).toContain('after a late shift never an early shift or a night');
	expect(words).toContain('120 to 160 h in any 4 weeks in a row');
	expect(words).toContain('at least 80 h in a roster');
	expect(words).toContain('under 18: at most 8 h a day, 06:00–22:00, 12 h of rest');
	expect(words).toContain('at most 1 night in a row');
	expect(words).toHaveLength(21);
});
