import { expect, it } from 'vitest';
import { bandOf } from './band.ts';

const upTo = (n: number) => Float64Array.from({ length: n }, (_, i) => n - i);

it('is the mean, the median and the 10 % and 90 % quantiles (Hazen), whatever the order', () => {
	expect(bandOf(upTo(100))).toEqual({ mean: 50.5, low: 10.5, median: 50.5, high: 90.5 });
});

it('is null where fewer than half of the runs have the figure', () => {
	expect(bandOf(Float64Array.of(1, NaN, NaN))).toBeNull();
	expect(bandOf(Float64Array.of(1, NaN))).toMatchObject({ median: 1 });
	expect(bandOf(new Float64Array(0))).toBeNull();
});

it('widens around the median and stays within the limits', () => {
	expect(bandOf(upTo(100), 2)).toMatchObject({ low: 0, median: 50.5, high: 130.5 });
	expect(bandOf(upTo(100), 2, [0, 100])).toMatchObject({ high: 100 });
});
