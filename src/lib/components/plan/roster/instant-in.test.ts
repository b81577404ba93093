import { expect, it } from 'vitest';
import { spansOf } from '../../schedule/spans-of.ts';
import { instantIn } from './instant-in.ts';

const zone = 'Europe/Madrid';
// Saturday and Sunday 24 and 25 October 2026: on the Sunday 02:00 to 03:00 come twice.
const days = spansOf(Date.UTC(2026, 9, 23, 22), Date.UTC(2026, 9, 25, 23), zone)
	.filter(({ kind }) => kind === 'day')
	.map(({ id, from, to }) => ({ date: id, startAt: from, endAt: to }));

it('instantIn() goes by what the clocks show, over midnight and over the hour that comes twice', () => {
	expect(days).toHaveLength(2);
	expect(instantIn(days, zone, 0, 480)).toBe(Date.UTC(2026, 9, 24, 6));
	expect(instantIn(days, zone, 0, 1_440 + 90)).toBe(Date.UTC(2026, 9, 24, 23, 30));
	expect(instantIn(days, zone, 1, 150)).toBe(Date.UTC(2026, 9, 25, 0, 30));
	expect(instantIn(days, zone, 1, 480)).toBe(Date.UTC(2026, 9, 25, 7));
	expect(instantIn(days, zone, 1, 1_440 + 60)).toBe(Date.UTC(2026, 9, 26, 0));
});
