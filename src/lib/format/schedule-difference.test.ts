import { expect, it } from 'vitest';
import type { DayDifference } from '#lib/contracts/publishing.ts';
import { noticeSentence } from './notice-sentence.ts';
import { differenceDay, differenceKind, differenceWords } from './schedule-difference.ts';

const HOUR = 3_600_000;
/** 7 December 2026, 00:00 in Madrid. */
const DAY = Date.UTC(2026, 11, 6, 23);
const shift = (from: number, to: number, lunch = 4) => ({
	startAt: DAY + from * HOUR,
	endAt: DAY + to * HOUR,
	breaks: [{ startAt: DAY + (from + lunch) * HOUR, endAt: DAY + (from + lunch + 0.5) * HOUR, isPaid: false }]
});
const day = (before: DayDifference['before'], after: DayDifference['after']): DayDifference => ({
	date: '2026-12-07',
	before,
	after
});

it.each([
	[day([], [shift(9, 17)]), 'new', 'new shift 09:00–17:00', 'turno nuevo 09:00–17:00'],
	[day([shift(9, 17)], []), 'off', 'off (was 09:00–17:00)', 'libre (antes 09:00–17:00)'],
	[day([shift(9, 17)], [shift(10, 18)]), 'moved', '09:00–17:00 → 10:00–18:00', '09:00–17:00 → 10:00–18:00'],
	[
		day([shift(9, 17)], [shift(9, 17, 5)]),
		'parts',
		'09:00–17:00, breaks 13:00–13:30 → 14:00–14:30',
		'09:00–17:00, pausas 13:00–13:30 → 14:00–14:30'
	],
	[
		day([shift(9, 17)], [shift(9, 12), shift(14, 19)]),
		'moved',
		'09:00–17:00 → 09:00–12:00 + 14:00–19:00',
		'09:00–17:00 → 09:00–12:00 + 14:00–19:00'
	]
] as const)('differenceWords() says what became of a day (%#: %s)', (difference, kind, english, spanish) => {
	expect(differenceKind(difference)).toBe(kind);
	expect(differenceWords(difference, 'Europe/Madrid', 'en')).toBe(english);
	expect(differenceWords(difference, 'Europe/Madrid', 'es')).toBe(spanish);
});

it('the notice of a publication names the first days and how many more there are, in the reader’s language', () => {
	const about = {
		startAt: DAY + 9 * HOUR,
		days: 3,
		changes: JSON.stringify([day([shift(9, 17)], [shift(10, 18)])])
	};
	expect(noticeSentence('schedule.published', about, 'Europe/Madrid', 'en')).toBe(
		`Your schedule has changed on 3 days, from Mon 7 Dec: ${differenceDay({ date: '2026-12-07' }, 'en')} 09:00–17:00 → 10:00–18:00; and 2 days more`
	);
	expect(noticeSentence('schedule.reminder', about, 'Europe/Madrid', 'es')).toMatch(
		/^Confirma, por favor, los cambios de tu horario en 3 días.*10:00–18:00; y 2 días más$/
	);
});
