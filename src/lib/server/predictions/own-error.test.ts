import { expect, it } from 'vitest';
import { OwnError } from './own-error.ts';

const MINUTE = 60_000;

it('holds each forecast against the level half an hour later, once there are a few', () => {
	const own = new OwnError();
	// Every minute 80 % is foreseen, and the floor shows 90 % all along.
	for (let minute = 0; minute <= 38; minute++) own.observe('q', minute * MINUTE, 0.8, 0.9);
	expect(own.of('q')).toBeNull();
	for (let minute = 39; minute <= 60; minute++) own.observe('q', minute * MINUTE, 0.8, 0.9);
	// One forecast each five minutes was kept: those of minutes 0 to 30.
	expect(own.of('q')).toEqual({ meanAbsolute: 0.1, count: 7 });
	expect(own.of('other')).toBeNull();
});

it('leaves out what cannot be judged: no level then, or a moment that was missed', () => {
	const own = new OwnError();
	own.observe('q', 0, 0.8, 0.9);
	own.observe('q', 30 * MINUTE, null, null);
	own.observe('q', 31 * MINUTE, 0.8, 0.9);
	own.observe('q', 90 * MINUTE, 0.8, 0.9);
	expect(own.of('q')).toBeNull();
});

it('forgets after three hours', () => {
	const own = new OwnError();
	for (let minute = 0; minute <= 60; minute++) own.observe('q', minute * MINUTE, 0.5, 0.9);
	expect(own.of('q')?.count).toBe(7);
	for (let minute = 61; minute <= 200; minute++) own.observe('q', minute * MINUTE, null, 0.9);
	expect(own.of('q')?.count).toBe(13);
	own.observe('q', 260 * MINUTE, null, 0.9);
	expect(own.of('q')).toBeNull();
});
