import { findCues } from '#solver/conversations/index.ts';
import type { Cause } from '#solver/coaching/index.ts';
import type { CueName } from '#lib/contracts/cues.ts';
import type { Moment, MomentKind } from '#lib/contracts/feed.ts';
import type { Party } from '#lib/contracts/terms.ts';

export interface MomentWords {
	at: number;
	party: Party;
	text: string;
	language: string | null;
	/** Customer turns only, −1 to 1. */
	score: number | null;
}
export interface MomentSource {
	/** When the agent took the contact. */
	fromMs: number;
	/** In order of time. */
	turns: readonly MomentWords[];
	holds: readonly { fromMs: number; toMs: number }[];
	/** Null: not passed on. */
	transferredAt: number | null;
}

/** Which moments show a behaviour, the plainest first. Of adherence no conversation tells. */
const KINDS: Record<Cause, readonly MomentKind[]> = {
	knowledge: ['hold', 'silence', 'handed-on'],
	'call-control': ['repeat', 'silence', 'ending'],
	'wrap-up': ['ending'],
	holding: ['hold'],
	'handing-on': ['handed-on', 'silence'],
	'first-resolution': ['cue', 'ending', 'repeat'],
	rushing: ['ending', 'mood-drop'],
	empathy: ['mood-drop', 'cue'],
	'de-escalation': ['cue', 'mood-drop'],
	adherence: [],
	process: ['opening', 'ending']
};

/** Shorter, a customer would hardly notice. */
const LEAST_SILENCE_SECONDS = 20;
/** On the scale of −1 to 1: a step that a listener would hear. */
const LEAST_DROP = 0.15;
const ALIKE = 0.6;
const FEWEST_WORDS = 3;
const PART_TURNS = 3;

/**
 * The places in a conversation that show a behaviour: at most `most`, no turn in two of them, in order of time. What a
 * moment is about is marked in its turns.
 */
export function findMoments(source: MomentSource, cause: Cause, most = 2): Moment[] {
	const taken = new Set<number>();
	const chosen: Moment[] = [];
	for (const kind of KINDS[cause])
		for (const found of FINDERS[kind](source)) {
			if (chosen.length >= most || found.marked.some((turn) => taken.has(turn))) continue;
			// What surrounds it may already be seen with another.
			const turns = found.turns.filter((turn) => !taken.has(turn));
			if (turns.length === 0) continue;
			for (const turn of turns) taken.add(turn);
			chosen.push(toMoment(source, kind, { ...found, turns }));
		}
	return chosen.sort((a, b) => a.at - b.at);
}

/** Turns by their index. */
interface Found {
	at: number;
	turns: number[];
	marked: readonly number[];
	seconds?: number;
	cue?: CueName;
	moodChange?: number;
}

const toMoment = ({ turns, fromMs }: MomentSource, kind: MomentKind, found: Found): Moment => ({
	kind,
	at: found.at,
	afterSeconds: Math.max(0, (found.at - fromMs) / 1000),
	seconds: found.seconds ?? null,
	cue: found.cue ?? null,
	moodChange: found.moodChange ?? null,
	turns: found.turns.map((index) => {
		const { at, party, text, language } = turns[index]!;
		return { at, party, text, language, isMarked: found.marked.includes(index) };
	})
});

const FINDERS: Record<MomentKind, (source: MomentSource) => Found[]> = {
	hold: ({ turns, holds }) =>
		holds
			.map(({ fromMs, toMs }) => {
				const before = turns.findLastIndex(({ at }) => at <= fromMs);
				const after = turns.findIndex(({ at }) => at >= toMs);
				const around = [before - 1, before, after].filter((index) => index >= 0);
				return {
					at: fromMs,
					turns: [...new Set(around)],
					marked: [before >= 0 ? before : after],
					seconds: (toMs - fromMs) / 1000
				};
			})
			.sort((a, b) => b.seconds - a.seconds),

	silence: ({ turns, holds }) =>
		turns
			.flatMap(({ party, at }, index): (Found & { seconds: number })[] => {
				const before = turns[index - 1];
				if (party !== 'agent' || before?.party !== 'customer') return [];
				const held = holds.some(({ fromMs, toMs }) => fromMs < at && toMs > before.at);
				const seconds = (at - before.at) / 1000;
				if (held || seconds < LEAST_SILENCE_SECONDS) return [];
				return [{ at: before.at, turns: [index - 1, index], marked: [index], seconds }];
			})
			.sort((a, b) => b.seconds - a.seconds),

	'mood-drop': ({ turns }) => {
		const scored = turns.flatMap(({ score }, index) => (score === null ? [] : [{ index, score }]));
		return scored
			.flatMap(({ index, score }, i): (Found & { moodChange: number })[] => {
				const before = scored[i - 1];
				if (!before || before.score - score < LEAST_DROP) return [];
				const between = Array.from({ length: index - before.index + 1 }, (_, n) => before.index + n);
				return [
					{
						at: turns[index]!.at,
						// A long way from one to the other is more than a moment.
						turns: between.slice(-PART_TURNS),
						marked: [index],
						moodChange: score - before.score
					}
				];
			})
			.sort((a, b) => a.moodChange - b.moodChange);
	},

	cue: ({ turns }) =>
		turns.flatMap(({ party, text, at }, index): Found[] => {
			const [cue] = party === 'customer' ? findCues(text) : [];
			if (!cue) return [];
			const answer = turns[index + 1]?.party === 'agent' ? [index + 1] : [];
			return [{ at, turns: [index, ...answer], marked: [index], cue: cue.kind }];
		}),

	repeat: ({ turns }) =>
		turns.flatMap(({ party, text, at }, index): Found[] => {
			if (party !== 'agent' || !text.includes('?')) return [];
			const words = wordsOf(text);
			const first = turns.findIndex(
				(turn, i) =>
					i < index &&
					turn.party === 'agent' &&
					turn.text.includes('?') &&
					likeness(wordsOf(turn.text), words) >= ALIKE
			);
			if (first < 0) return [];
			const answer = turns[first + 1]?.party === 'customer' && first + 1 < index ? [first + 1] : [];
			return [{ at, turns: [first, ...answer, index], marked: [first, index] }];
		}),

	'handed-on': ({ turns, transferredAt }) => {
		if (transferredAt === null) return [];
		const last = turns.findLastIndex(({ at }) => at <= transferredAt);
		return last < 0 ? [] : [{ at: transferredAt, turns: upTo(last), marked: [last] }];
	},

	opening: ({ turns }) => {
		const first = turns.findIndex(({ party }) => party === 'agent');
		if (first < 0) return [];
		const some = [first - 1, first, first + 1].filter((index) => index >= 0 && index < turns.length);
		return [{ at: turns[first]!.at, turns: some, marked: [first] }];
	},

	ending: ({ turns }) => {
		const last = turns.length - 1;
		const of = turns.findLastIndex(({ party }) => party === 'agent');
		return of < 0
			? []
			: [{ at: turns[Math.max(0, last - PART_TURNS + 1)]!.at, turns: upTo(last), marked: [of] }];
	}
};

const upTo = (last: number): number[] =>
	Array.from({ length: PART_TURNS }, (_, i) => last - PART_TURNS + 1 + i).filter((index) => index >= 0);

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** Jaccard's: words in common among all. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	if (Math.min(a.size, b.size) < FEWEST_WORDS) return 0;
	let common = 0;
	for (const word of a) if (b.has(word)) common++;
	return common / (a.size + b.size - common);
}
