import { exceptionKind } from './exception-kind.ts';
import type { AdherenceSeconds, AdherenceTerms, Exception, Segment, Span, StateSpan } from './terms.ts';

export interface Judged {
	seconds: AdherenceSeconds;
	/** That touch the window, in order of time; whole, also where they begin before it. */
	exceptions: Exception[];
}

/** A stretch of one planned activity in which a state was told that is not right for it. */
interface Run extends Span {
	/** Index of the segment; −1 where nothing is planned. */
	segment: number;
	first: string;
	state: string;
}

/**
 * Holds what a person did against what was planned: adherence = 1 − exception / scheduled, over the seconds of which a
 * state is known. An exception is a stretch within one planned activity in which no right state was told, longer than
 * the grace of that activity; then it counts from its beginning. Excused time counts as kept. Work where nothing is
 * planned is told and not counted. Pure; O(n log n) in segments, states and excuses.
 *
 * Give the segments and states around the window too: a stretch that reaches over its edge is judged by its whole
 * length, and counted by the part inside.
 *
 * @param states of one person, not overlapping
 * @param nowMs nothing is judged beyond it
 * @example a shift of 8 h, offline in the first 600 s, grace 180 s: exception 600, adherence 1 − 600 / 28,800
 */
export function judgeAdherence(input: {
	segments: readonly Segment[];
	states: readonly StateSpan[];
	excuses?: readonly Span[];
	terms: AdherenceTerms;
	window: Span;
	nowMs: number;
}): Judged {
	const { segments, excuses = [], terms, window, nowMs } = input;
	const states = [...input.states]
		.map((span) => ({ ...span, toMs: Math.min(span.toMs, nowMs) }))
		.filter(({ fromMs, toMs }) => toMs > fromMs)
		.sort((a, b) => a.fromMs - b.fromMs);
	const planned = segments
		.map((segment) => ({ ...segment, toMs: Math.min(segment.toMs, nowMs) }))
		.filter(({ fromMs, toMs }) => toMs > fromMs);
	const { adherent, unknown, runs } = sweep(planned, states, terms, window);

	const seconds: AdherenceSeconds = {
		scheduled: total(planned, window),
		adherent,
		grace: 0,
		exception: 0,
		excused: 0,
		unknown,
		scheduledOnQueue: knownOnQueue(planned, states, window),
		onQueue: total(
			states.filter(({ state }) => isRight(terms, state, 'work')),
			window
		)
	};
	const exceptions: Exception[] = [];
	for (const run of runs) {
		const segment = run.segment < 0 ? null : segments[run.segment]!;
		const grace = terms.graceSeconds[segment?.activity ?? 'work'];
		const counts = (run.toMs - run.fromMs) / 1000 > grace;
		const inside = total([run], window);
		const excused = total(joined(excuses, run), window);
		if (segment) {
			seconds.excused += counts ? excused : 0;
			seconds[counts ? 'exception' : 'grace'] += counts ? inside - excused : inside;
		}
		if (!counts || inside === 0) continue;
		const isOff = segment !== null && run.first === 'offline' && run.state === 'offline';
		const one: Exception = {
			kind: exceptionKind(segments, run.segment, run),
			planned: segment?.activity ?? null,
			plannedToMs: segment ? (isOff ? shiftEnd(segments, run.segment) : segment.toMs) : run.toMs,
			state: run.state,
			isOngoing: run.toMs === nowMs && (segment === null || segment.toMs > nowMs),
			excusedSeconds: total(joined(excuses, run), run),
			fromMs: run.fromMs,
			toMs: run.toMs
		};
		const last = exceptions.at(-1);
		// Whoever is signed off departs once, whatever was planned meanwhile.
		if (isOff && last && OFF_KINDS.has(last.kind) && last.toMs === one.fromMs && last.state === 'offline')
			exceptions[exceptions.length - 1] = {
				...one,
				kind:
					last.kind === 'late' && one.kind === 'left-early'
						? 'absent'
						: last.kind === 'late'
							? 'late'
							: one.kind,
				planned: last.planned,
				excusedSeconds: last.excusedSeconds + one.excusedSeconds,
				fromMs: last.fromMs
			};
		else exceptions.push(one);
	}
	return { seconds, exceptions };
}

const OFF_KINDS: ReadonlySet<Exception['kind']> = new Set(['late', 'offline', 'left-early']);

/** Where the activities that follow a segment without a gap end. */
function shiftEnd(segments: readonly Segment[], index: number): number {
	let i = index;
	while (segments[i + 1]?.fromMs === segments[i]!.toMs) i++;
	return segments[i]!.toMs;
}

/** Whether a state is right for an activity. */
export const isRight = (
	{ fits }: Pick<AdherenceTerms, 'fits'>,
	state: string,
	activity: Segment['activity']
): boolean => fits[state]?.includes(activity) ?? false;

/** Goes through all edges of plan and states once: seconds kept and unknown, and the stretches that are neither. */
function sweep(
	planned: readonly Segment[],
	states: readonly StateSpan[],
	terms: AdherenceTerms,
	window: Span
): { adherent: number; unknown: number; runs: Run[] } {
	const edges = [...new Set([...planned, ...states].flatMap(({ fromMs, toMs }) => [fromMs, toMs]))].sort(
		(a, b) => a - b
	);
	const runs: Run[] = [];
	let [adherent, unknown, p, s] = [0, 0, 0, 0];
	for (let i = 0; i + 1 < edges.length; i++) {
		const [fromMs, toMs] = [edges[i]!, edges[i + 1]!];
		while (p < planned.length && planned[p]!.toMs <= fromMs) p++;
		while (s < states.length && states[s]!.toMs <= fromMs) s++;
		const segment = p < planned.length && planned[p]!.fromMs <= fromMs ? planned[p]! : null;
		const state = s < states.length && states[s]!.fromMs <= fromMs ? states[s]!.state : null;
		const inside = total([{ fromMs, toMs }], window);
		if (segment && state === null) unknown += inside;
		else if (segment && isRight(terms, state!, segment.activity)) adherent += inside;
		else if (segment || (state !== null && isRight(terms, state, 'work'))) {
			const index = segment ? p : -1;
			const last = runs.at(-1);
			if (last && last.toMs === fromMs && last.segment === index) {
				last.toMs = toMs;
				last.state = state!;
			} else runs.push({ segment: index, first: state!, state: state!, fromMs, toMs });
		}
	}
	return { adherent, unknown, runs };
}

/** Seconds of spans that do not overlap, within a window. */
function total(spans: readonly Span[], { fromMs, toMs }: Span): number {
	let ms = 0;
	for (const span of spans) ms += Math.max(0, Math.min(span.toMs, toMs) - Math.max(span.fromMs, fromMs));
	return ms / 1000;
}

/** The parts of a span that any of the spans covers, each instant once. */
function joined(spans: readonly Span[], within: Span): Span[] {
	const parts: Span[] = [];
	for (const span of [...spans].sort((a, b) => a.fromMs - b.fromMs)) {
		const fromMs = Math.max(span.fromMs, within.fromMs, parts.at(-1)?.toMs ?? -Infinity);
		const toMs = Math.min(span.toMs, within.toMs);
		if (toMs > fromMs) parts.push({ fromMs, toMs });
	}
	return parts;
}

function knownOnQueue(planned: readonly Segment[], states: readonly StateSpan[], window: Span): number {
	let seconds = 0;
	for (const segment of planned) {
		if (segment.activity !== 'work') continue;
		const { fromMs, toMs } = segment;
		for (const state of states)
			if (state.toMs > fromMs && state.fromMs < toMs)
				seconds += total(
					[{ fromMs: Math.max(fromMs, state.fromMs), toMs: Math.min(toMs, state.toMs) }],
					window
				);
	}
	return seconds;
}
