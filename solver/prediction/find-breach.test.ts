import { describe, expect, it } from 'vitest';
import { findBreach } from './find-breach.ts';

const points = (...chances: (number | null)[]) =>
	chances.map((missChance, i) => ({ inSeconds: (i + 1) * 300, missChance }));

describe('findBreach()', () => {
	it('finds when the chance of missing the target passes one half, between the points', () => {
		expect(findBreach(points(0.1, 0.4, 0.8), 0.9, 0.8)).toEqual({ state: 'falling', inSeconds: 675 });
		expect(findBreach(points(1), 0.9, 0.8)).toEqual({ state: 'falling', inSeconds: 150 });
	});

	it('says nothing where the target is kept, as far as is known', () => {
		expect(findBreach(points(0.1, 0.4, 0.49), 0.9, 0.8)).toBeNull();
		expect(findBreach(points(null, null), null, 0.8)).toBeNull();
		expect(findBreach([], 0.8, 0.8)).toBeNull();
	});

	it('does not fall where it only touches, and is not back either', () => {
		expect(findBreach(points(0.4, 0.6, 0.4, 0.3), 0.9, 0.8)).toBeNull();
		expect(findBreach(points(0.4, 0.6, 0.4, 0.6), 0.9, 0.8)?.inSeconds).toBeGreaterThan(900);
		expect(findBreach(points(0.9, 0.4, 0.9), 0.5, 0.8)).toEqual({ state: 'below', inSeconds: null });
	});

	it('finds when a queue is back over it, or that it is not within the hour', () => {
		expect(findBreach(points(0.9, 0.7, 0.1), 0.5, 0.8)).toEqual({ state: 'below', inSeconds: 700 });
		expect(findBreach(points(0.9, 0.9), 0.5, 0.8)).toEqual({ state: 'below', inSeconds: null });
	});

	it('goes on from where the level is known again', () => {
		expect(findBreach(points(null, null, 1), null, 0.8)).toMatchObject({
			state: 'falling',
			inSeconds: 750
		});
	});
});
