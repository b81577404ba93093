/** What was computed for one interval. */
export interface IntervalFigures {
	offered: number;
	p10: number;
	p90: number;
	ahtSeconds: number | null;
	ahtP10Seconds: number | null;
	ahtP90Seconds: number | null;
}

/** A change by hand, as far as its arithmetic goes. Instants are UTC milliseconds, the end is not in the span. */
export interface OverrideTerms {
	id: string;
	fromAt: number;
	toAt: number;
	measure: 'offered' | 'aht';
	/**
	 * `factor` multiplies; `total` scales the span's contacts to this sum; `value` sets contacts an hour, whatever the
	 * length of the intervals, or the seconds of handle time.
	 */
	operation: 'factor' | 'total' | 'value';
	amount: number;
}

export type Applied<Interval extends IntervalFigures> = Interval & {
	computed: IntervalFigures;
	/** In the order in which they were applied. */
	overrideIds: string[];
};

const HOUR_SECONDS = 3600;
const DAY_SECONDS = 86_400;
/** On the day on which the clocks go forward a whole day is this long. */
const SHORTEST_DAY_MS = 23 * 3_600_000;
/** Normal quantile of 0.9: the band of a count that nothing was computed for is Poisson's. */
const Z90 = 1.2815515655446004;

/**
 * The forecast of one queue with its planner's changes in it, one on top of the other in the order given. What a
 * change does not reach stays as it was, to the last bit.
 *
 * An interval that a span covers in part is changed in that part. Of a forecast by day only whole days are changed,
 * and no `value`: an hour's contacts say nothing of a day whose opening hours are not known. Bands keep their width
 * relative to the middle.
 */
export function applyOverrides<Interval extends IntervalFigures & { startAt: number }>(
	intervals: readonly Interval[],
	overrides: readonly OverrideTerms[],
	intervalSeconds: number
): Applied<Interval>[] {
	const applied = intervals.map((interval): Applied<Interval> => ({
		...interval,
		computed: figuresOf(interval),
		overrideIds: []
	}));
	for (const override of overrides) {
		const reached = applied.flatMap((interval) => {
			const share = shareCovered(interval.startAt, intervalSeconds, override);
			return share > 0 ? [{ interval, share }] : [];
		});
		if (override.measure === 'aht') for (const one of reached) changeAht(one.interval, one.share, override);
		else changeOffered(reached, override, intervalSeconds);
	}
	return applied;
}

/** Share of an interval inside a change's span, 0–1. */
function shareCovered(startAt: number, intervalSeconds: number, override: OverrideTerms): number {
	const lengthMs = intervalSeconds * 1000;
	const overlapMs = Math.min(startAt + lengthMs, override.toAt) - Math.max(startAt, override.fromAt);
	if (intervalSeconds < DAY_SECONDS) return Math.max(0, overlapMs / lengthMs);
	if (override.measure === 'offered' && override.operation === 'value') return 0;
	return overlapMs >= SHORTEST_DAY_MS ? 1 : 0;
}

function changeOffered(
	reached: readonly { interval: Applied<IntervalFigures>; share: number }[],
	{ id, operation, amount }: OverrideTerms,
	intervalSeconds: number
): void {
	const before = reached.reduce((sum, { interval, share }) => sum + interval.offered * share, 0);
	const shares = reached.reduce((sum, { share }) => sum + share, 0);
	for (const { interval, share } of reached) {
		const covered = interval.offered * share;
		let wanted = covered * amount;
		if (operation === 'value') wanted = ((amount * intervalSeconds) / HOUR_SECONDS) * share;
		else if (operation === 'total')
			wanted = before > 0 ? covered * (amount / before) : (amount * share) / shares;
		interval.offered = share === 1 ? wanted : interval.offered - covered + wanted;
		Object.assign(interval, scaleBand(interval.computed, interval.offered));
		interval.overrideIds.push(id);
	}
}

/** The band around another middle: as wide as it was, relative to the middle. */
export function scaleBand(
	{ offered, p10, p90 }: Pick<IntervalFigures, 'offered' | 'p10' | 'p90'>,
	wanted: number
): { p10: number; p90: number } {
	if (wanted === offered) return { p10, p90 };
	if (offered > 0) return { p10: p10 * (wanted / offered), p90: p90 * (wanted / offered) };
	const reach = Z90 * Math.sqrt(wanted);
	return { p10: Math.max(0, wanted - reach), p90: wanted + reach };
}

function changeAht(interval: Applied<IntervalFigures>, share: number, override: OverrideTerms): void {
	const before = interval.ahtSeconds;
	const { operation, amount } = override;
	// A handle time that is not known can be set, not scaled.
	if (operation === 'factor' && before === null) return;
	const wanted = operation === 'factor' ? before! * amount : amount;
	setAht(interval, before === null || share === 1 ? wanted : before + share * (wanted - before));
	interval.overrideIds.push(override.id);
}

/** Sets the handle time, its band with it. */
export function setAht(interval: IntervalFigures, ahtSeconds: number | null): void {
	const before = interval.ahtSeconds;
	if (ahtSeconds === before) return;
	const ratio = before !== null && before > 0 && ahtSeconds !== null ? ahtSeconds / before : null;
	const scaled = (bound: number | null) => (bound === null || ratio === null ? null : bound * ratio);
	interval.ahtP10Seconds = scaled(interval.ahtP10Seconds);
	interval.ahtP90Seconds = scaled(interval.ahtP90Seconds);
	interval.ahtSeconds = ahtSeconds;
}

const figuresOf = ({
	offered,
	p10,
	p90,
	ahtSeconds,
	ahtP10Seconds,
	ahtP90Seconds
}: IntervalFigures): IntervalFigures => ({ offered, p10, p90, ahtSeconds, ahtP10Seconds, ahtP90Seconds });
