export interface Span {
	fromAt: number;
	toAt: number;
}

/** Spans in order of time, those that touch made one. */
export function joinSpans(spans: readonly Span[]): Span[] {
	const joined: Span[] = [];
	for (const { fromAt, toAt } of spans.toSorted((a, b) => a.fromAt - b.fromAt)) {
		const last = joined.at(-1);
		if (last && fromAt <= last.toAt) last.toAt = Math.max(last.toAt, toAt);
		else joined.push({ fromAt, toAt });
	}
	return joined;
}
