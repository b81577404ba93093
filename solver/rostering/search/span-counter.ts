import type { TotalsSpan } from '../core/core-problem.ts';

/** Minutes of spans so far, each combination of them known by a number; 0 is none of any. */
export interface SpanCounter {
	/** Takes in the spans whose limits these totals break; false when they break no new one. */
	trackBroken(minutes: readonly number[]): boolean;
	/**
	 * Begins a search of the days from `from` to before `to`.
	 *
	 * @param given minutes of each span on days that are not searched
	 * @returns whether any span is counted
	 */
	begin(given: readonly number[], from: number, to: number): boolean;
	/** Whether any span is tracked. */
	isCounting(): boolean;
	/** Minutes that all the days searched may have by the first span that holds them all; null without one. */
	limits(): { least: number; most: number } | null;
	/** Minutes of that span so far. */
	minutesOf(id: number): number;
	/** Whether these totals are within every span (0), or by how much the first that is broken has too much or too little. */
	excess(minutes: readonly number[]): number;
	/** The combination after a day with so many minutes; −1 when a limit is then past keeping. */
	step(id: number, day: number, minutes: number): number;
}

/** Whatever follows, the span's limits are kept. */
const SAFE = -1;

/** @param longest most minutes of each day */
export function createSpanCounter(spans: readonly TotalsSpan[], longest: Float64Array): SpanCounter {
	const tracked: number[] = [];
	let least: number[] = [];
	let most: number[] = [];
	/** possible[i][day]: most minutes of tracked span i from that day on. */
	let possible: Float64Array[] = [];
	let vectors: number[][] = [];
	let ids = new Map<string, number>();
	/** Of the tracked spans the one whose minutes are always kept apart; −1 without one. */
	let priced = -1;
	const steps = new Map<number, number>();
	let stepsDay = -1;

	const idOf = (vector: number[]): number => {
		const key = vector.join(' ');
		const found = ids.get(key);
		if (found !== undefined) return found;
		ids.set(key, vectors.push(vector) - 1);
		return vectors.length - 1;
	};
	const advance = (vector: readonly number[], day: number, minutes: number): number => {
		const after: number[] = [];
		for (let i = 0; i < tracked.length; i++) {
			const { from, to } = spans[tracked[i]!]!;
			if (day < from || day >= to) {
				after.push(0);
				continue;
			}
			const before = vector[i]!;
			if (before === SAFE) {
				after.push(day + 1 === to ? 0 : SAFE);
				continue;
			}
			const now = before + minutes;
			const ahead = possible[i]![day + 1]!;
			if (now > most[i]! || now + ahead < least[i]!) return -1;
			if (day + 1 === to) after.push(0);
			else after.push(i !== priced && now >= least[i]! && now + ahead <= most[i]! ? SAFE : now);
		}
		return idOf(after);
	};

	return {
		trackBroken(minutes) {
			const before = tracked.length;
			spans.forEach(({ minMinutes, maxMinutes }, i) => {
				const isKept = minutes[i]! >= minMinutes && minutes[i]! <= maxMinutes;
				if (!isKept && !tracked.includes(i)) tracked.push(i);
			});
			return tracked.length > before;
		},
		isCounting: () => tracked.length > 0,
		limits: () => (priced < 0 ? null : { least: least[priced]!, most: most[priced]! }),
		minutesOf: (id) => vectors[id]![priced]!,
		excess(minutes) {
			for (let i = 0; i < spans.length; i++) {
				const { minMinutes, maxMinutes } = spans[i]!;
				if (minutes[i]! > maxMinutes) return minutes[i]! - maxMinutes;
				if (minutes[i]! < minMinutes) return minutes[i]! - minMinutes;
			}
			return 0;
		},
		begin(given, from, to) {
			priced = tracked.findIndex((i) => spans[i]!.from <= from && to <= spans[i]!.to);
			if (tracked.length === 0) return false;
			least = tracked.map((i) => spans[i]!.minMinutes - given[i]!);
			most = tracked.map((i) => spans[i]!.maxMinutes - given[i]!);
			possible = tracked.map((i) => {
				const rest = new Float64Array(longest.length + 1);
				for (let d = Math.min(to, spans[i]!.to) - 1; d >= spans[i]!.from; d--)
					rest[d] = rest[d + 1]! + longest[d]!;
				return rest;
			});
			vectors = [];
			ids = new Map();
			idOf(tracked.map(() => 0));
			steps.clear();
			stepsDay = -1;
			return true;
		},
		step(id, day, minutes) {
			if (day !== stepsDay) {
				steps.clear();
				stepsDay = day;
			}
			const key = id * 2_048 + minutes;
			let after = steps.get(key);
			if (after === undefined) steps.set(key, (after = advance(vectors[id]!, day, minutes)));
			return after;
		}
	};
}
