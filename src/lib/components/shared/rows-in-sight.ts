/** What of a long list stands in the page; all in pixels from the first row's top. */
export interface Sight {
	rowPx: number;
	/** What a row that is open takes beyond its own line, by its place. */
	openPx: ReadonlyMap<number, number>;
	fromPx: number;
	untilPx: number;
	/** Places drawn wherever they are: a row that has the focus or is open must not go away. */
	kept: ReadonlySet<number>;
}

export interface DrawnPlace {
	index: number;
	/** Rows left out just before it. */
	skipped: number;
}

/** The places to draw of `count` rows, in order, and how many are left out after the last. */
export function rowsInSight(
	count: number,
	{ rowPx, openPx, fromPx, untilPx, kept }: Sight
): { places: DrawnPlace[]; skippedAfter: number } {
	const places: DrawnPlace[] = [];
	let skipped = 0;
	let bottom = 0;
	for (let index = 0; index < count; index++) {
		const top = bottom;
		bottom = top + rowPx + (openPx.get(index) ?? 0);
		if ((bottom > fromPx && top < untilPx) || kept.has(index)) {
			places.push({ index, skipped });
			skipped = 0;
		} else skipped++;
	}
	return { places, skippedAfter: skipped };
}
