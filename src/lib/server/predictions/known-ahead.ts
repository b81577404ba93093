/** What is known of the coming hours besides the live state: read from the database now and then. */
export interface KnownAhead {
	queues: Map<string, QueueTerms>;
	/** By queue: expected contacts by instant, from forecasts or the history. */
	expected: Map<string, ExpectedSpan[]>;
	/** By agent: published shifts around now, in order of time. */
	shifts: Map<string, KnownShift[]>;
}

export interface QueueTerms {
	priority: number;
	/** As it was set; null = not known. */
	patienceSeconds: number | null;
}

export interface ExpectedSpan {
	fromMs: number;
	toMs: number;
	offered: number;
	ahtSeconds: number | null;
}

export interface KnownShift {
	startAt: number;
	endAt: number;
	breaks: readonly { startAt: number; endAt: number; kind?: 'break' | 'lunch' | 'training' | 'meeting' }[];
}

export const nothingKnown = (): KnownAhead => ({ queues: new Map(), expected: new Map(), shifts: new Map() });

/** Expected contacts of a queue within a span; null where nothing is known of a part of it. */
export function expectedWithin(
	spans: readonly ExpectedSpan[] | undefined,
	fromMs: number,
	toMs: number
): number | null {
	let known = 0;
	let sum = 0;
	for (const span of spans ?? []) {
		const overlap = Math.min(toMs, span.toMs) - Math.max(fromMs, span.fromMs);
		if (overlap <= 0) continue;
		known += overlap;
		sum += (span.offered * overlap) / (span.toMs - span.fromMs);
	}
	return known >= toMs - fromMs - 1 ? sum : null;
}
