/** People scheduled beyond those required in an interval. */
export interface Margin {
	at: number;
	until: number;
	people: number;
}

interface Span {
	startAt: number;
	endAt: number;
}
export interface MarginInput {
	/** By interval and queue. `isOwn`: of the queues in question. */
	required: readonly { at: number; agents: number; isOwn: boolean }[];
	intervalMs: number;
	/** `isOwn`: of somebody who takes one of the queues in question. */
	shifts: readonly (Span & { breaks: readonly Span[]; isOwn: boolean })[];
	/** On shift, but reserved for something else. */
	away: readonly (Span & { isOwn: boolean })[];
}

const overlap = (from: number, to: number, { startAt, endAt }: Span): number =>
	Math.max(0, Math.min(to, endAt) - Math.max(from, startAt));

/**
 * Interval by interval: the least of "over all queues" and "over the queues in question". Both are needed: the sum hides
 * a queue that nobody else can take, the part hides that its people are wanted elsewhere. Pure.
 * Cost: O(shifts × intervals of a shift).
 */
export function marginsOf({ required, intervalMs, shifts, away }: MarginInput): Margin[] {
	const people = new Map<number, { all: number; own: number }>();
	const add = (at: number, by: number, isOwn: boolean): void => {
		const here = people.get(at);
		if (!here) return;
		here.all += by;
		if (isOwn) here.own += by;
	};
	for (const { at } of required) if (!people.has(at)) people.set(at, { all: 0, own: 0 });
	for (const { at, agents, isOwn } of required) add(at, -agents, isOwn);
	const instants = [...people.keys()].sort((a, b) => a - b);
	const each = (span: Span, visit: (at: number, share: number) => void): void => {
		let i = firstFrom(instants, span.startAt - intervalMs + 1);
		for (; i < instants.length && instants[i]! < span.endAt; i++) {
			const at = instants[i]!;
			visit(at, overlap(at, at + intervalMs, span) / intervalMs);
		}
	};
	for (const shift of shifts) {
		each(shift, (at, share) => add(at, share, shift.isOwn));
		for (const pause of shift.breaks) each(pause, (at, share) => add(at, -share, shift.isOwn));
	}
	// Whoever is in a session for a part of the interval is missing in it as a person.
	for (const span of away) each(span, (at) => add(at, -1, span.isOwn));
	return instants.map((at) => {
		const { all, own } = people.get(at)!;
		return { at, until: at + intervalMs, people: Math.min(all, own) };
	});
}

function firstFrom(instants: readonly number[], at: number): number {
	let [low, high] = [0, instants.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (instants[middle]! < at) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Without the person in question there must still be as many as required. */
export const LEAST_MARGIN = 1;

/** The least margin over a span; null where a part has no requirement, unless another part rules it out already. */
export function leastMargin(margins: readonly Margin[], fromMs: number, toMs: number): number | null {
	let [least, known] = [Infinity, 0];
	for (const { at, until, people } of margins) {
		if (at >= toMs || until <= fromMs) continue;
		least = Math.min(least, people);
		known += Math.min(until, toMs) - Math.max(at, fromMs);
	}
	return known < toMs - fromMs && least >= LEAST_MARGIN ? null : least;
}
