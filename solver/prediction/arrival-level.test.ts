import { expect, it } from 'vitest';
import { arrivalLevel } from './arrival-level.ts';

const steps = (...observed: number[]) => observed.map((count) => ({ observed: count, expected: 10 }));

it('is the prior where nothing was seen', () => {
	expect(arrivalLevel([], { priorShape: 40, keep: 0.9 })).toEqual({ mean: 1, shape: 40 });
});

it('is gamma–Poisson where nothing is forgotten', () => {
	expect(arrivalLevel(steps(20), { priorShape: 10, keep: 1 })).toEqual({ mean: 1.5, shape: 30 });
	expect(arrivalLevel(steps(20, 20), { priorShape: 10, keep: 1 }).mean).toBeCloseTo(50 / 30);
});

it('hears the latest step most', () => {
	const options = { priorShape: 20, keep: 0.7 };
	const rising = arrivalLevel(steps(10, 10, 10, 25), options).mean;
	const fallen = arrivalLevel(steps(25, 10, 10, 10), options).mean;
	expect(rising).toBeGreaterThan(fallen + 0.15);
	// A quiet hour takes nearly everything back.
	expect(arrivalLevel(steps(40, ...new Array<number>(12).fill(10)), options).mean).toBeCloseTo(1, 1);
});
