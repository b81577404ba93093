/** A value at an instant (UTC ms); unknown is null and leaves a gap. `low`/`high` draw a band (p10–p90). */
export type SeriesPoint = { at: number; value: number | null; low?: number | null; high?: number | null };

export type Series = {
	id: string;
	/** Translated; stands at the line's end. */
	label: string;
	points: readonly SeriesPoint[];
	/** A CSS colour; else var(--series-1), -2, … by place. */
	color?: string;
	/** Forecasts are dashed, what has happened is solid. */
	dashed?: boolean;
	/** The value holds from its instant for this long (steps); without it points are joined. */
	stepMs?: number;
	/** Fills down to zero. */
	area?: boolean;
};
