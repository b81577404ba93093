/** What is drawn anew at once: more would hold the page up. */
const MOST_NEW_PX = 256;

interface Part {
	fromPx: number;
	untilPx: number;
}

/**
 * The part of a long list to draw next on the way from what is drawn to what is wanted: it grows by `MOST_NEW_PX` at
 * the most, first towards where it is in sight (`from`), and leaves at once what is wanted no more.
 */
export function nextPart(drawn: Part, wanted: Part & { from: number }): Part {
	const isApart = drawn.untilPx <= wanted.fromPx || drawn.fromPx >= wanted.untilPx;
	const start = isApart
		? { fromPx: wanted.from, untilPx: wanted.from }
		: {
				fromPx: Math.max(drawn.fromPx, wanted.fromPx),
				untilPx: Math.min(drawn.untilPx, wanted.untilPx)
			};
	const below = Math.min(wanted.untilPx - start.untilPx, MOST_NEW_PX);
	const above = Math.min(start.fromPx - wanted.fromPx, MOST_NEW_PX - below);
	return { fromPx: start.fromPx - above, untilPx: start.untilPx + below };
}
