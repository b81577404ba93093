import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOverrides, type OverrideTerms } from './apply-overrides.ts';

const STEP_SECONDS = 1800;
const STEP_MS = STEP_SECONDS * 1000;
const SLOTS = 48;
const SEED = 20_260;

const interval = (slot: number, offered: number, ahtSeconds: number | null = 240) => ({
	startAt: slot * STEP_MS,
	offered,
	p10: offered * 0.8,
	p90: offered * 1.3,
	ahtSeconds,
	ahtP10Seconds: ahtSeconds === null ? null : ahtSeconds * 0.9,
	ahtP90Seconds: ahtSeconds === null ? null : ahtSeconds * 1.2
});
const change = (from: number, to: number, terms: Partial<OverrideTerms>): OverrideTerms => ({
	id: 'one',
	fromAt: from * STEP_MS,
	toAt: to * STEP_MS,
	measure: 'offered',
	operation: 'factor',
	amount: 1,
	...terms
});
const sumOf = (rows: readonly { offered: number }[]) => rows.reduce((sum, { offered }) => sum + offered, 0);

const hundredths = (most: number) => fc.integer({ min: 0, max: most * 100 }).map((n) => n / 100);
const anyDay = fc
	.array(hundredths(500), { minLength: SLOTS, maxLength: SLOTS })
	.map((values) => values.map((offered, slot) => interval(slot, offered)));
const anySpan = fc
	.tuple(fc.integer({ min: 0, max: SLOTS - 1 }), fc.integer({ min: 1, max: SLOTS }))
	.map(([from, length]) => [from, Math.min(SLOTS, from + length)] as const);
const anyAmount = hundredths(5);
const anyChange = fc
	.record({
		span: anySpan,
		measure: fc.constantFrom('offered' as const, 'aht' as const),
		operation: fc.constantFrom('factor' as const, 'total' as const, 'value' as const),
		amount: hundredths(900)
	})
	.map(({ span: [from, to], measure, operation, amount }) =>
		change(from, to, {
			measure,
			operation: measure === 'aht' && operation === 'total' ? 'value' : operation,
			amount
		})
	);

describe('applyOverrides()', () => {
	it('changes nothing without a change, and nothing outside a span, to the last bit', () => {
		fc.assert(
			fc.property(anyDay, anyChange, (day, one) => {
				expect(applyOverrides(day, [], STEP_SECONDS)).toEqual(
					day.map(({ startAt, ...figures }) => ({ startAt, ...figures, computed: figures, overrideIds: [] }))
				);
				const applied = applyOverrides(day, [one], STEP_SECONDS);
				applied.forEach((row, slot) => {
					const { startAt: _, ...computed } = day[slot]!;
					expect(row.computed).toEqual(computed);
					if (row.startAt >= one.fromAt && row.startAt < one.toAt) return;
					expect(row).toMatchObject(computed);
					expect(row.overrideIds).toEqual([]);
				});
			}),
			{ seed: SEED }
		);
	});

	it('a total is what the span sums to, spread as the forecast was', () => {
		fc.assert(
			fc.property(anyDay, anySpan, hundredths(100_000), (day, [from, to], amount) => {
				const applied = applyOverrides(day, [change(from, to, { operation: 'total', amount })], STEP_SECONDS);
				const inside = applied.slice(from, to);
				expect(sumOf(inside)).toBeCloseTo(amount, 6);
				const before = sumOf(day.slice(from, to));
				if (before < 1e-3) return;
				for (const row of inside)
					expect(row.offered).toBeCloseTo((row.computed.offered / before) * amount, 6);
			}),
			{ seed: SEED }
		);
	});

	it('factors multiply, whatever their order; a total after a factor makes it moot', () => {
		fc.assert(
			fc.property(anyDay, anySpan, anyAmount, anyAmount, (day, [from, to], a, b) => {
				const factor = (amount: number) => change(from, to, { amount });
				const offered = (...changes: OverrideTerms[]) =>
					applyOverrides(day, changes, STEP_SECONDS).map((row) => row.offered);
				const once = offered(factor(a * b));
				offered(factor(a), factor(b)).forEach((value, slot) => expect(value).toBeCloseTo(once[slot]!, 6));
				offered(factor(b), factor(a)).forEach((value, slot) => expect(value).toBeCloseTo(once[slot]!, 6));
				if (a < 0.01 || sumOf(day.slice(from, to)) < 0.01) return;
				const total = change(from, to, { operation: 'total', amount: 1000 });
				const alone = offered(total);
				offered(factor(a), total).forEach((value, slot) => expect(value).toBeCloseTo(alone[slot]!, 6));
			}),
			{ seed: SEED }
		);
	});

	it('keeps the band around the middle, and figures at or above zero', () => {
		fc.assert(
			fc.property(anyDay, fc.array(anyChange, { maxLength: 6 }), (day, changes) => {
				for (const row of applyOverrides(day, changes, STEP_SECONDS)) {
					expect(row.offered).toBeGreaterThanOrEqual(0);
					expect(row.p10).toBeLessThanOrEqual(row.offered * (1 + 1e-9));
					expect(row.p90).toBeGreaterThanOrEqual(row.offered * (1 - 1e-9));
					expect(row.p10).toBeGreaterThanOrEqual(0);
					expect(Number.isFinite(row.p90)).toBe(true);
				}
			}),
			{ seed: SEED }
		);
	});

	it('a value is a rate: the same contacts in a span whatever the length of the intervals', () => {
		const rate = change(2, 10, { operation: 'value', amount: 30 });
		const halfHours = Array.from({ length: SLOTS }, (_, slot) => interval(slot, 7));
		const quarters = Array.from({ length: 2 * SLOTS }, (_, slot) => ({
			...interval(0, 3),
			startAt: (slot * STEP_MS) / 2
		}));
		const inside = ({ startAt }: { startAt: number }) => startAt >= 2 * STEP_MS && startAt < 10 * STEP_MS;
		const coarse = applyOverrides(halfHours, [rate], STEP_SECONDS).filter(inside);
		const fine = applyOverrides(quarters, [rate], STEP_SECONDS / 2).filter(inside);
		expect(coarse.map((row) => row.offered)).toEqual(Array(8).fill(15));
		expect(sumOf(fine)).toBe(sumOf(coarse));
	});

	it('changes an interval that is covered in part in that part', () => {
		const [row] = applyOverrides([interval(0, 100)], [change(0.5, 1, { amount: 2 })], STEP_SECONDS);
		expect(row!.offered).toBeCloseTo(150, 9);
		const [aht] = applyOverrides(
			[interval(0, 100)],
			[change(0.5, 1, { measure: 'aht', operation: 'value', amount: 300 })],
			STEP_SECONDS
		);
		expect(aht!.ahtSeconds).toBeCloseTo(270, 9);
	});

	it('gives contacts to intervals where none were expected: evenly, with the band of a count', () => {
		const rows = applyOverrides(
			[interval(0, 0), interval(1, 0)],
			[change(0, 2, { operation: 'total', amount: 50 })],
			STEP_SECONDS
		);
		for (const row of rows) {
			expect(row.offered).toBe(25);
			expect(row.p10).toBeCloseTo(25 - 1.28155 * 5, 3);
			expect(row.p90).toBeCloseTo(25 + 1.28155 * 5, 3);
		}
	});

	it('sets a handle time that is not known, and leaves it unknown when asked to scale it', () => {
		const unknown = [interval(0, 10, null)];
		const aht = (operation: 'factor' | 'value', amount: number) =>
			applyOverrides(unknown, [change(0, 1, { measure: 'aht', operation, amount })], STEP_SECONDS)[0]!;
		expect(aht('value', 200)).toMatchObject({ ahtSeconds: 200, ahtP10Seconds: null, overrideIds: ['one'] });
		expect(aht('factor', 2)).toMatchObject({ ahtSeconds: null, overrideIds: [] });
		const known = applyOverrides(
			[interval(0, 10, 200)],
			[change(0, 1, { measure: 'aht', amount: 1.5 })],
			STEP_SECONDS
		)[0]!;
		expect(known.ahtSeconds).toBe(300);
		expect(known.ahtP10Seconds).toBeCloseTo(270, 9);
		expect(known.offered).toBe(10);
	});

	it('of a forecast by day changes whole days only, a day of 23 or 25 hours too', () => {
		const midnights = ['2026-10-24T22:00Z', '2026-10-25T23:00Z', '2026-10-26T23:00Z'].map(Date.parse);
		const days = midnights.map((startAt) => ({ ...interval(0, 100), startAt }));
		const changed = (from: number, to: number, terms: Partial<OverrideTerms> = {}) =>
			applyOverrides(
				days,
				[{ ...change(0, 0, { amount: 2, ...terms }), fromAt: from, toAt: to }],
				86_400
			).map((row) => row.offered);
		expect(changed(midnights[0]!, midnights[1]!)).toEqual([200, 100, 100]);
		expect(changed(midnights[0]!, midnights[2]!)).toEqual([200, 200, 100]);
		expect(changed(midnights[1]!, midnights[1]! + 6 * 3_600_000)).toEqual([100, 100, 100]);
		expect(changed(midnights[0]!, midnights[2]!, { operation: 'value' })).toEqual([100, 100, 100]);
		const spring = ['2026-03-28T23:00Z', '2026-03-29T22:00Z'].map(Date.parse);
		const shortDay = applyOverrides(
			spring.map((startAt) => ({ ...interval(0, 100), startAt })),
			[{ ...change(0, 0, { amount: 2 }), fromAt: spring[0]!, toAt: spring[1]! }],
			86_400
		);
		expect(shortDay.map((row) => row.offered)).toEqual([200, 100]);
	});
});
