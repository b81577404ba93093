import { expect, it } from 'vitest';
import { parseContract } from '#solver/rostering/index.ts';
import { readTerms } from './read-terms.ts';

const form = (fields: Record<string, string>) => {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, value);
	return data;
};
const hours = { minHoursPerWeek: '20', maxHoursPerWeek: '40', minRestHours: '12', maxConsecutiveDays: '6' };
/** The form always has it; it is what holds anyway. */
const usualNight = { nightFrom: '00:00', nightTo: '06:00', nightHours: '3' };

it('readTerms() leaves out every rule whose field is empty', () => {
	const terms = readTerms(
		form({ ...hours, periodWeeks: '4', periodMin: '', maxWeekends: '', sequences: '[]', ...usualNight })
	);
	expect(terms).toEqual({
		minHoursPerWeek: 20,
		maxHoursPerWeek: 40,
		minRestHours: 12,
		maxConsecutiveDays: 6
	});
});

it('readTerms() gives every rule in the form that the engine reads', () => {
	const terms = readTerms(
		form({
			...hours,
			...{ wholeWeekends: 'on', forwardOnly: 'on', maxConsecutiveNights: '0', minWeeklyRestHours: '36' },
			...{ periodWeeks: '4', periodMin: '100', periodMax: '', rosterMin: '', rosterMax: '200' },
			...{ nightFrom: '22:00', nightTo: '06:00', nightHours: '3', spreadMinutes: '120', spreadPer: 'run' },
			...{ earlyFrom: '05:00', earlyTo: '09:00', lateFrom: '', lateTo: '' },
			sequences: JSON.stringify([{ after: ['night'], never: ['early'] }]),
			...{ maxStretch: '300', minBetween: '', mealShift: '360', mealFrom: '180', mealTo: '300' },
			...{ minors: 'on', minorsDay: '7', minorsRest: '', minorsFrom: '', minorsTo: '20:00' }
		})
	);
	expect(parseContract(terms, 'contract', [])).toMatchObject({
		...{ wholeWeekends: true, forwardOnly: true, maxConsecutiveNights: 0, minWeeklyRestHours: 36 },
		hoursPerPeriod: [
			{ weeks: 4, minHours: 100, maxHours: null },
			{ weeks: null, minHours: 0, maxHours: 200 }
		],
		night: { fromMinute: 1320, toMinute: 360, minHours: 3 },
		startSpread: { minutes: 120, per: 'run' },
		kinds: [{ id: 'early', fromMinute: 300, toMinute: 540 }],
		sequences: [{ after: ['night'], never: ['early'] }],
		breakRules: { maxStretchMinutes: 300, meal: { shiftMinutes: 360, fromMinute: 180, toMinute: 300 } },
		minors: { maxHoursPerDay: 7, minRestHours: 12, fromMinute: 360, toMinute: 1200 }
	});
});

it('readTerms() hands on what is no number or lacks one, to be refused', () => {
	const terms = readTerms(form({ ...hours, maxHoursPerWeek: 'many' }));
	expect(() => parseContract(terms, 'contract', [])).toThrow('contract.maxHoursPerWeek is "many"');
	const hoursAlone = readTerms(form({ ...hours, periodMin: '120' }));
	expect(() => parseContract(hoursAlone, 'contract', [])).toThrow('hoursPerPeriod[0].weeks is ""');
});

it('readTerms() takes midnight, as the end of a minor’s day, for the end of the day', () => {
	const terms = readTerms(form({ ...hours, minors: 'on', minorsFrom: '08:00', minorsTo: '00:00' }));
	expect(parseContract(terms, 'contract', []).minors).toMatchObject({ fromMinute: 480, toMinute: 1440 });
});
