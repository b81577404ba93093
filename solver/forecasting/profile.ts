import { weekdayOf } from './calendar.ts';
import { shrunkDeparture } from './departure.ts';
import { smoothByCp } from './smooth.ts';
import type { Training } from './training.ts';

/** How a day's calls are spread over its intervals, by weekday. */
export interface Profile {
	/** 7 × columns: share of the day's calls; each open weekday sums to 1, closed slots are 0. */
	shares: Float64Array;
	/** Calls of each day as if it had been measured whole; null for a missing day. */
	totals: (number | null)[];
}

/** Weight of a day halves with this many days of age. */
const HALF_LIFE_DAYS = 90;
/** A day counts for the profile when at least this share of it was measured. */
const ENOUGH_COVERAGE = 0.5;
const PASSES = 2;
/** A slot without any call, where a day spread evenly would have brought this many, is idle: zero, not merely quiet. */
const IDLE_CALLS = 5;

/**
 * Weekday × interval profile: one common curve, smoothed over the day, times a weekday's own departure from it,
 * shrunk towards none by empirical Bayes (the variance between departures against their sampling noise) and
 * smoothed in its turn. Both bandwidths come from the data by Mallows' Cp, so that a busy queue keeps its
 * edges and a quiet one borrows from its neighbours. Shares are ratios of sums, which zeros do not bias.
 *
 * Cost: O(days × columns).
 */
export function fitProfile(training: Training): Profile {
	const { dayCount, columns, coverage, firstDay, open } = training;
	const count = columns.length;
	let shares = flatShares(training);
	let totals = estimateTotals(training, shares);
	for (let pass = 0; pass < PASSES; pass++) {
		const calls = new Float64Array(7 * count);
		const exposure = new Float64Array(7 * count);
		const square = new Float64Array(7 * count);
		for (let d = 0; d < dayCount; d++) {
			const total = totals[d];
			if (!total || coverage[d]! < ENOUGH_COVERAGE) continue;
			const weight = 0.5 ** ((dayCount - d) / HALF_LIFE_DAYS);
			const at = weekdayOf(firstDay + d) * count;
			for (let c = 0; c < count; c++) {
				if (!training.known[d * count + c]) continue;
				calls[at + c]! += weight * training.offered[d * count + c]!;
				exposure[at + c]! += weight * total;
				square[at + c]! += weight * weight * total;
			}
		}
		shares = combine(calls, exposure, square, open, columns);
		totals = estimateTotals(training, shares);
	}
	return { shares, totals };
}

function combine(
	calls: Float64Array,
	exposure: Float64Array,
	square: Float64Array,
	open: Uint8Array,
	columns: readonly number[]
): Float64Array {
	const count = columns.length;
	const base = new Float64Array(count);
	const baseVariance = new Float64Array(count);
	for (let c = 0; c < count; c++) {
		let [y, e, s] = [0, 0, 0];
		for (let w = 0; w < 7; w++) {
			y += calls[w * count + c]!;
			e += exposure[w * count + c]!;
			s += square[w * count + c]!;
		}
		base[c] = e > 0 ? y / e : 0;
		// Poisson variance of a weighted ratio; a cell that saw no call is as unsure as one that saw one.
		baseVariance[c] = e > 0 ? (Math.max(base[c]!, 1 / e) * s) / (e * e) : Infinity;
	}
	const idleFrom = IDLE_CALLS * count;
	const isIdle = (y: number, e: number) => y === 0 && e > idleFrom;
	for (let c = 0; c < count; c++) {
		let e = 0;
		for (let w = 0; w < 7; w++) e += exposure[w * count + c]!;
		if (isIdle(base[c]!, e)) baseVariance[c] = Infinity;
	}
	const common = smoothByCp(base, baseVariance, columns).values.map((v, c) => Math.max(v, 0.1 * base[c]!));

	const shares = new Float64Array(7 * count);
	for (let w = 0; w < 7; w++) {
		const at = w * count;
		const rows = (of: Float64Array) => of.subarray(at, at + count);
		const expected = rows(exposure).map((e, c) => e * common[c]!);
		const departure = shrunkDeparture(
			rows(calls),
			expected,
			expected.map((e, c) => (common[c]! * square[at + c]!) / (e * e)),
			columns,
			(c) => isIdle(calls[at + c]!, exposure[at + c]!)
		);
		let sum = 0;
		for (let c = 0; c < count; c++) {
			if (!open[at + c] || isIdle(calls[at + c]!, exposure[at + c]!)) continue;
			shares[at + c] = common[c]! * Math.max(0, 1 + departure[c]!);
			sum += shares[at + c]!;
		}
		if (sum > 0) for (let c = 0; c < count; c++) shares[at + c]! /= sum;
		else spreadEvenly(shares, open, at, count);
	}
	return shares;
}

function spreadEvenly(shares: Float64Array, open: Uint8Array, at: number, count: number): void {
	let slots = 0;
	for (let c = 0; c < count; c++) slots += open[at + c]!;
	for (let c = 0; c < count; c++) shares[at + c] = open[at + c] ? 1 / slots : 0;
}

function flatShares(training: Training): Float64Array {
	const count = training.columns.length;
	const calls = new Float64Array(7 * count);
	const days = new Float64Array(7 * count);
	for (let d = 0; d < training.dayCount; d++) {
		const at = weekdayOf(training.firstDay + d) * count;
		for (let c = 0; c < count; c++) {
			if (!training.known[d * count + c]) continue;
			calls[at + c]! += training.offered[d * count + c]!;
			days[at + c]!++;
		}
	}
	const shares = calls.map((y, k) => (training.open[k] && days[k]! > 0 ? y / days[k]! : 0));
	for (let w = 0; w < 7; w++) {
		const row = shares.subarray(w * count, (w + 1) * count);
		const sum = row.reduce((a, b) => a + b, 0);
		if (sum > 0) for (let c = 0; c < count; c++) row[c]! /= sum;
		else spreadEvenly(shares, training.open, w * count, count);
	}
	return shares;
}

/** Ratio estimate of each day's calls from the cells that were measured. */
function estimateTotals(training: Training, shares: Float64Array): (number | null)[] {
	const count = training.columns.length;
	return Array.from({ length: training.dayCount }, (_, d) => {
		const at = weekdayOf(training.firstDay + d) * count;
		let [calls, share, cells] = [0, 0, 0];
		for (let c = 0; c < count; c++) {
			if (!training.known[d * count + c]) continue;
			calls += training.offered[d * count + c]!;
			share += shares[at + c]!;
			cells++;
		}
		if (cells === 0 || share < 0.02) return null;
		return calls / Math.min(1, share);
	});
}
