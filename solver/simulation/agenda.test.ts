import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Agenda } from './agenda.ts';

describe('Agenda', () => {
	it('gives items back by time, and in order of insertion at equal times', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 200 }), (times) => {
				const agenda = new Agenda<number>();
				times.forEach((atMs, i) => agenda.add(atMs, i));
				const taken = times.map(() => agenda.take()!.item);
				const wanted = times.map((atMs, i) => ({ atMs, i })).sort((a, b) => a.atMs - b.atMs || a.i - b.i);
				expect(taken).toEqual(wanted.map(({ i }) => i));
				expect(agenda.take()).toBeNull();
				expect(agenda.nextMs).toBeNull();
			}),
			{ seed: 7 }
		);
	});
});
