import { expect, it } from 'vitest';
import { parseContract } from './parse-contract.ts';

const plain = { minHoursPerWeek: 20, maxHoursPerWeek: 40, minRestHours: 11, maxConsecutiveDays: 6 };
const parse = (fields: Record<string, unknown>) =>
	parseContract({ ...plain, ...fields }, 'contract', [{ id: 'N' }]);

it('parseContract() reads again what it gave, and leaves out what does not hold', () => {
	expect(Object.keys(parse({}))).toHaveLength(9);
	const read = parse({
		...{ wholeWeekends: true, minWeeklyRestHours: 36, forwardOnly: false, maxWeekends: null },
		hoursPerPeriod: [{ weeks: 4, minHours: 100, maxHours: 150 }, { maxHours: 200 }],
		...{ night: {}, maxConsecutiveNights: 3, minConsecutiveNights: 2, minors: {} },
		startSpread: { minutes: 60 },
		kinds: [{ id: 'early', from: '22:30', to: '06:00' }],
		sequences: [
			{ after: ['early', 'off'], then: 'off' },
			{ after: 'N', never: ['N', 'work'] }
		],
		breakRules: { maxStretchMinutes: 270, meal: { shiftMinutes: 0, fromMinute: 60, toMinute: 60 } }
	});
	expect(read).toMatchObject({
		night: { fromMinute: 0, toMinute: 360, minHours: 3 },
		hoursPerPeriod: [{ weeks: 4 }, { weeks: null, minHours: 0, maxHours: 200 }],
		startSpread: { minutes: 60, per: 'week' },
		kinds: [{ fromMinute: 1350, toMinute: 360 }],
		sequences: [{ then: ['off'] }, { never: ['N', 'work'] }],
		minors: { maxHoursPerDay: 8, minRestHours: 12, fromMinute: 360, toMinute: 1320 }
	});
	expect(parseContract(read, 'contract', [{ id: 'N' }])).toEqual(read);
});

it.each<[string, Record<string, unknown>, RegExp]>([
	['more than two periods', { hoursPerPeriod: [{}, {}, {}] }, /no more than 2 periods/],
	[
		'a period of one week',
		{ hoursPerPeriod: [{ weeks: 1 }] },
		/weeks is 1; wanted a whole number from 2 to 6/
	],
	['53 weeks', { hoursPerPeriod: [{ weeks: 53 }] }, /weeks is 53; wanted a whole number from 2 to 6/],
	[
		'a least above the most',
		{ hoursPerPeriod: [{ minHours: 9, maxHours: 8 }] },
		/minHours is 9; wanted no more than maxHours \(8\)/
	],
	[
		'a most below the weeks',
		{ hoursPerPeriod: [{ weeks: 2, maxHours: 30 }] },
		/maxHours is 30; wanted no less than 2 weeks of minHoursPerWeek \(40\)/
	],
	[
		'a night of no length',
		{ night: { from: '06:00', to: '06:00' } },
		/night\.toMinute is 360; wanted another time/
	],
	[
		'a night longer than its span',
		{ night: { from: '22:00', to: '02:00', minHours: 5 } },
		/minHours is 5; wanted no more than the span's own 4 hours/
	],
	[
		'more nights than days in a row',
		{ maxConsecutiveDays: 2, minConsecutiveNights: 3 },
		/minConsecutiveNights is 3; wanted no more than .* \(2\)/
	],
	[
		'a spread of something else',
		{ startSpread: { minutes: 5, per: 'month' } },
		/per is "month"; wanted "week" or "run"/
	],
	[
		'a kind called off',
		{ kinds: [{ id: 'off', from: 0, to: 60 }] },
		/kinds\[0\]\.id is "off"; wanted another id/
	],
	[
		'a kind twice',
		{ kinds: [1, 2].map(() => ({ id: 'e', from: 0, to: 60 })) },
		/kinds\[1\]\.id is "e"; wanted an id that no other kind has/
	],
	[
		'an unknown day',
		{ sequences: [{ after: 'noon', never: 'off' }] },
		/after\[0\] is "noon"; wanted "off", "work", "night"/
	],
	[
		'both then and never',
		{ sequences: [{ after: 'off', never: 'off', then: 'off' }] },
		/wanted either "then" or "never"/
	],
	['neither of them', { sequences: [{ after: 'off' }] }, /wanted either "then" or "never"/],
	[
		'an endless sequence',
		{ sequences: [{ after: Array(25).fill('work'), never: 'work' }] },
		/no more than 24 days/
	],
	[
		'pauses further apart than work is long',
		{ breakRules: { maxStretchMinutes: 60, minBetweenMinutes: 90 } },
		/minBetweenMinutes is 90; wanted no more than maxStretchMinutes \(60\)/
	],
	[
		'a meal that ends before it begins',
		{ breakRules: { meal: { shiftMinutes: 300, fromMinute: 90, toMinute: 60 } } },
		/toMinute is 60; wanted no less than fromMinute \(90\)/
	],
	['a word for a switch', { wholeWeekends: 'yes' }, /wholeWeekends is "yes"; wanted true or false/]
])('parseContract() refuses %s in words', (_, fields, words) => {
	expect(() => parse(fields)).toThrow(words);
});
