import { expect, it } from 'vitest';
import { breaksInShifts } from './breaks-in-shifts.ts';
import { planted } from './planted.ts';

/** One shift 08:00–16:00 with these parts, beside the usual ones. */
const found = (breakRules: Record<string, unknown>, ...breaks: [number, number, string?][]) =>
	planted(breaksInShifts, ['own'], { contract: { breakRules } }, [], {
		shifts: [{ id: 'none', start: '08:00', lengthMinutes: 30 }],
		options: [
			{
				...{ id: 'own', agent: 'ana', day: 0, start: '08:00', lengthMinutes: 480 },
				breaks: breaks.map(([offsetMinute, lengthMinutes, kind]) => ({
					...{ offsetMinute, lengthMinutes, paid: kind !== 'lunch' },
					...(kind && { kind })
				}))
			}
		]
	}).map(({ text }) => text);

it('breaks-in-shifts finds too long a stretch; training is no pause', () => {
	const [text] = found({ maxStretchMinutes: 300 }, [240, 60, 'training']);
	expect(text).toBe('Ana works 8 hours without a pause, at most 5, in "own" on Monday 2026-11-23.');
	expect(found({ maxStretchMinutes: 300 }, [240, 30, 'break'])).toEqual([]);
	expect(found({ maxStretchMinutes: 200 }, [60, 30, 'break'], [270, 30, 'break'])).toEqual([]);
});

it('breaks-in-shifts finds pauses too near each other', () => {
	expect(found({ minBetweenMinutes: 120 }, [120, 30, 'break'], [240, 60, 'lunch'])[0]).toContain(
		'has pauses 90 minutes apart, at least 120'
	);
	expect(found({ minBetweenMinutes: 90 }, [120, 30, 'break'], [240, 60, 'lunch'])).toEqual([]);
});

it('breaks-in-shifts finds a meal that is missing, too early or too late', () => {
	const meal = { shiftMinutes: 360, fromMinute: 180, toMinute: 300 };
	expect(found({ meal }, [240, 30, 'break'])[0]).toContain('has no meal');
	expect(found({ meal }, [120, 60, 'lunch'])[0]).toContain('a meal 2 hours after the start, wanted 3 to 5');
	expect(found({ meal }, [330, 60, 'lunch'])).toHaveLength(1);
	expect(found({ meal }, [300, 60, 'lunch'])).toEqual([]);
	expect(found({ meal: { ...meal, shiftMinutes: 510 } })).toEqual([]);
});
