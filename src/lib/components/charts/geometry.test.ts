import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceRects } from './difference-rects.ts';
import { nearestIndex } from './nearest-index.ts';
import { sparklinePath } from './sparkline-path.ts';
import { spreadLabels } from './spread-labels.ts';
import { timeSeriesGeometry } from './time-series-geometry.ts';

const margin = { top: 10, right: 10, bottom: 20, left: 30 };
const size = { width: 340, height: 130, margin };
const HALF_HOUR = 1_800_000;

describe('timeSeriesGeometry()', () => {
	it('puts the first and last instant on the plot edges and zero on its floor', () => {
		const points = [
			{ at: 0, value: 0 },
			{ at: 100, value: 10 }
		];
		const { drawn, y } = timeSeriesGeometry({ ...size, series: [{ id: 'a', label: 'A', points }] });
		expect(drawn[0]!.line).toBe('M30,110L330,10');
		expect(y.domain()).toEqual([0, 10]);
		expect(drawn[0]!.end).toEqual({ x: 330, y: 10 });
	});
	it('leaves a gap where a value is unknown', () => {
		const points = [0, 1, 2, 3, 4].map((at) => ({ at, value: at === 2 ? null : 1 }));
		const { drawn } = timeSeriesGeometry({ ...size, series: [{ id: 'a', label: 'A', points }] });
		expect(drawn[0]!.line.match(/M/g)).toHaveLength(2);
	});
	it('holds a step over its whole interval and no longer', () => {
		const points = [
			{ at: 0, value: 2 },
			{ at: HALF_HOUR, value: 4 },
			{ at: HALF_HOUR * 4, value: 4 }
		];
		const { drawn, to } = timeSeriesGeometry({
			...size,
			series: [{ id: 'a', label: 'A', points, stepMs: HALF_HOUR }]
		});
		expect(to).toBe(HALF_HOUR * 5);
		expect(drawn[0]!.line).toBe('M30,60L90,60L90,10L150,10M270,10L330,10');
	});
	it('makes room for the band and for the target', () => {
		const points = [
			{ at: 0, value: 5, low: 2, high: 19 },
			{ at: 1, value: 5, low: 2, high: 19 }
		];
		const series = [{ id: 'a', label: 'A', points }];
		expect(timeSeriesGeometry({ ...size, series }).y.domain()[1]).toBeGreaterThanOrEqual(19);
		expect(timeSeriesGeometry({ ...size, series, target: 40 }).y.domain()[1]).toBeGreaterThanOrEqual(40);
		expect(timeSeriesGeometry({ ...size, series }).drawn[0]!.band).toContain('Z');
	});
	it('never draws NaN, whatever is missing', () => {
		const point = fc.record({
			at: fc.integer({ min: 0, max: 1e12 }),
			value: fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }))
		});
		fc.assert(
			fc.property(fc.array(point, { maxLength: 8 }), fc.integer({ min: 0, max: 2000 }), (points, width) => {
				const sorted = points.toSorted((a, b) => a.at - b.at);
				const { drawn, yTicks } = timeSeriesGeometry({
					...size,
					width,
					series: [{ id: 'a', label: 'A', points: sorted, area: true }]
				});
				expect(`${drawn[0]!.line}${drawn[0]!.area}${yTicks}`).not.toMatch(/NaN|Infinity/);
			}),
			{ seed: 2_003 }
		);
	});
});

describe('spreadLabels()', () => {
	it('keeps the gap, the order and the frame', () => {
		const wanted = fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { minLength: 1, maxLength: 8 });
		fc.assert(
			fc.property(wanted, (ys) => {
				const placed = spreadLabels(ys, 14, 0, 200);
				const sorted = placed.toSorted((a, b) => a - b);
				for (let index = 1; index < sorted.length; index++) {
					expect(sorted[index]! - sorted[index - 1]!).toBeGreaterThanOrEqual(14 - 1e-9);
				}
				expect(sorted[0]).toBeGreaterThanOrEqual(-1e-9);
				expect(sorted.at(-1)).toBeLessThanOrEqual(200 + 1e-9);
			}),
			{ seed: 2_003 }
		);
	});
	it('leaves labels that have room where they are', () => {
		expect(spreadLabels([100, 20], 14, 0, 200)).toEqual([100, 20]);
	});
});

describe('differenceRects()', () => {
	it('boxes shortage and surplus by interval and nothing where they agree', () => {
		const at = (value: number | null, index: number) => ({ at: index * 10, value });
		const rects = differenceRects(
			[5, 5, 5, 5].map(at),
			[3, 5, 8, null].map(at),
			10,
			(ms) => ms,
			(v) => 100 - v
		);
		expect(rects).toEqual([
			{ x: 0, y: 95, width: 10, height: 2, kind: 'shortage' },
			{ x: 20, y: 92, width: 10, height: 3, kind: 'surplus' }
		]);
	});
});

describe('sparklinePath()', () => {
	it('spans the box, and is flat when nothing changes', () => {
		expect(sparklinePath([0, 10], 84, 24).d).toBe('M2,22L82,2');
		expect(sparklinePath([3, 3], 84, 24).d).toBe('M2,12L82,12');
		expect(sparklinePath([null, null], 84, 24)).toEqual({ d: '', end: null });
		expect(sparklinePath([1, 2, null], 84, 24).end).toEqual({ x: 42, y: 2 });
	});
});

describe('nearestIndex()', () => {
	it('finds the nearest, ends included', () => {
		expect(nearestIndex([0, 10, 20], 14)).toBe(1);
		expect(nearestIndex([0, 10, 20], 99)).toBe(2);
		expect(nearestIndex([0, 10, 20], -5)).toBe(0);
		expect(nearestIndex([], 1)).toBeNull();
	});
});
