export interface DayUpdateInput {
	/** The forecast of each interval of the day, in order: contacts expected and the 80 % band. */
	expected: ArrayLike<number>;
	p10: ArrayLike<number>;
	p90: ArrayLike<number>;
	/** Contacts of the finished intervals; null (or missing) = not measured, which is not zero. */
	actual: ArrayLike<number | null>;
	/** Intervals finished; what `actual` holds beyond them is not read. */
	elapsed: number;
	/** How wide the forecast's bands have proved on the days before (see provenWidth); 1 = as promised. */
	width?: number;
}
