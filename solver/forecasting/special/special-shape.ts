import { shrunkDeparture } from '../departure.ts';

/** Calls by column on past days of one name, and what the ordinary profile would have spread of the same totals. */
export interface ShapeEvidence {
	calls: Float64Array;
	expected: Float64Array;
	/** Days on which each column was measured, and all days. */
	measured: Float64Array;
	days: number;
}

/** A column without a call where this many would have come is idle on such days. */
const IDLE_CALLS = 5;
/** Measured on fewer of the days than this share: closed then. */
const OPEN_SHARE = 0.5;

/**
 * Factors on the ordinary profile's shares on days of a name: 1 where the data carry no change of shape, 0 where the
 * queue was closed or idle. The caller brings the shares to their sum.
 */
export function fitSpecialShape(
	{ calls, expected, measured, days }: ShapeEvidence,
	columns: readonly number[]
): Float64Array {
	const isIdle = (c: number) => calls[c] === 0 && expected[c]! > IDLE_CALLS;
	const departure = shrunkDeparture(
		calls,
		expected,
		expected.map((e) => 1 / e),
		columns,
		isIdle
	);
	return departure.map((value, c) =>
		isIdle(c) || measured[c]! < OPEN_SHARE * days ? 0 : Math.max(0, 1 + value)
	);
}
