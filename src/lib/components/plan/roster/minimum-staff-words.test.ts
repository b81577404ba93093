import { expect, it } from 'vitest';
import { daysWords, holdsWords, minimumWords, timesWords } from './minimum-staff-words.ts';

it('daysWords() puts days in a row together', () => {
	expect(daysWords([0, 1, 2, 3, 4])).toBe('Mon–Fri');
	expect(daysWords([0, 2, 5, 6])).toBe('Mon, Wed, Sat, Sun');
	expect(daysWords([6])).toBe('Sun');
	expect(daysWords([0, 1, 2, 3, 4, 5, 6])).toBe('every day');
});

it('timesWords() says where it ends on the next day, and where it is all of one', () => {
	expect(timesWords({ fromMinute: 540, toMinute: 1_080 })).toBe('09:00–18:00');
	expect(timesWords({ fromMinute: 1_080, toMinute: 1_440 })).toBe('18:00–24:00');
	expect(timesWords({ fromMinute: 1_320, toMinute: 1_800 })).toBe('22:00–06:00 the next day');
	expect(timesWords({ fromMinute: 480, toMinute: 1_920 })).toBe('08:00–08:00 the next day');
	expect(timesWords({ fromMinute: 0, toMinute: 1_440 })).toBe('all day');
});

it('holdsWords() and minimumWords() tell dates, number and skill', () => {
	const [fromDate, toDate] = ['2026-12-01', '2026-12-24'];
	expect(holdsWords({ fromDate: null, toDate: null })).toBe('always');
	expect(holdsWords({ fromDate, toDate })).toBe('1 Dec 2026 – 24 Dec 2026');
	expect(holdsWords({ fromDate, toDate: null })).toBe('from 1 Dec 2026');
	expect(holdsWords({ fromDate: null, toDate })).toBe('until 24 Dec 2026');
	const rule = {
		agents: 1,
		skillId: null,
		weekdays: [5, 6],
		fromMinute: 540,
		toMinute: 600,
		fromDate,
		toDate
	};
	expect(minimumWords(rule, null)).toBe('at least 1 person, Sat, Sun 09:00–10:00');
	expect(minimumWords({ ...rule, agents: 2 }, null)).toBe('at least 2 people, Sat, Sun 09:00–10:00');
	expect(minimumWords({ ...rule, agents: 2, skillId: 'b' }, 'Billing')).toBe(
		'at least 2 with Billing, Sat, Sun 09:00–10:00'
	);
});
