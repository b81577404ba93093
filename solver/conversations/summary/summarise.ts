import { findCues } from '../cues/find-cues.ts';
import { sentencesOf } from '../sentences.ts';
import type { Turn } from '../turn.ts';
import { FACT, FINDING, OUTCOME, PROBLEM, REQUEST, SMALL_TALK } from './sentence-signals.ts';

export interface SummarySentence {
	/** Which turn it is from; `text` is that turn's text from `start` to `end`, word for word. */
	turn: number;
	start: number;
	end: number;
	text: string;
	/** Why it was chosen. */
	role: 'problem' | 'fact' | 'request' | 'outcome';
}

interface Rated extends SummarySentence {
	worth: number;
	words: ReadonlySet<string>;
}

const SENTENCES = 4;
/** Of a conversation that goes on and on, its first and last sentences are read. */
const MOST_READ = 400;
const [SHORTEST, LONGEST] = [8, 320];
const SAME_WORDS = 0.6;
/** Letters of a question that asks for something by itself ("¿y entonces?" does not). */
const FULL_QUESTION = 24;
/** What agents say in the last part of a conversation tells its outcome, however it is worded. */
const LATE = 0.6;
const FULL_STATEMENT = 20;
const WORD = /[\p{L}\p{N}]{4,}/gu;

/**
 * The few sentences that carry a conversation, taken word for word and in its order: the customer's problem and
 * requests, facts, and what agent or bot said came of it. Each role that is there is heard once before any is heard
 * twice; small talk and what was said already are left out. Nothing is written anew, so nothing is made up; fewer
 * sentences than asked for come back when no more carry anything.
 *
 * Cost: linear in the text; at most 400 sentences are weighed.
 *
 * @throws RangeError when `sentences` is no whole number from 0 on
 */
export function summarise(
	turns: readonly Turn[],
	{ sentences = SENTENCES }: { sentences?: number } = {}
): SummarySentence[] {
	if (!(Number.isInteger(sentences) && sentences >= 0))
		throw new RangeError(`Summarise: sentences "${sentences}" must be a whole number from 0 on.`);
	const rated = weighed(turns);
	const chosen: Rated[] = [];
	const isNew = ({ words }: Rated) => chosen.every((other) => overlap(words, other.words) < SAME_WORDS);
	const take = (from: readonly Rated[]) => {
		const best = from.find((sentence) => !chosen.includes(sentence) && isNew(sentence));
		if (best && chosen.length < sentences) chosen.push(best);
		return best !== undefined;
	};
	for (const role of ['problem', 'outcome', 'request', 'fact'] as const)
		take(rated.filter((sentence) => sentence.role === role));
	while (chosen.length < sentences && take(rated));
	return chosen
		.sort((a, b) => a.turn - b.turn || a.start - b.start)
		.map(({ turn, start, end, text, role }) => ({ turn, start, end, text, role }));
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	let both = 0;
	for (const word of a) if (b.has(word)) both++;
	return both / Math.max(1, Math.min(a.size, b.size));
}

/** Sentences that carry something, the worthiest first. */
function weighed(turns: readonly Turn[]): Rated[] {
	const all = turns.flatMap(({ text }, turn) =>
		sentencesOf(text).map(({ start, end }) => ({ turn, start, end }))
	);
	const read = all.length <= MOST_READ ? all : [...all.slice(0, MOST_READ / 2), ...all.slice(-MOST_READ / 2)];
	/** The turn in which the customer first says more than hello: why they came, however it is worded. */
	let opening: number | undefined;
	return read
		.flatMap(({ turn, start, end }) => {
			if (end - start < SHORTEST || end - start > LONGEST) return [];
			const text = turns[turn]!.text.slice(start, end);
			if (SMALL_TALK.test(text)) return [];
			const place = turns.length > 1 ? turn / (turns.length - 1) : 0;
			const isCustomer = turns[turn]!.party === 'customer';
			if (isCustomer) opening ??= turn;
			const judged = isCustomer ? judgeCustomer(text, place, turn === opening) : judgeOther(text, place);
			if (!judged) return [];
			const words = new Set((text.match(WORD) ?? []).map((found) => found.toLowerCase()));
			return [{ turn, start, end, text, ...judged, words }];
		})
		.sort((a, b) => b.worth - a.worth || a.turn - b.turn || a.start - b.start);
}

type Judged = Pick<Rated, 'role' | 'worth'> | null;

/** What customers say early tells why they came. */
function judgeCustomer(text: string, place: number, isOpening: boolean): Judged {
	const cues = findCues(text).length;
	const [problem, request, fact] = [PROBLEM.test(text), REQUEST.test(text), FACT.test(text)];
	const isQuestion = text.endsWith('?');
	const early = 1.5 * (1 - place);
	const detail = Math.min(0.5, text.length / 240);
	const extras = early + detail + (fact ? 0.4 : 0) + (isOpening ? 0.8 : 0);
	if (problem && !(isQuestion && request)) return { role: 'problem', worth: 1.2 + extras + 0.3 * cues };
	if (request || (isQuestion && text.length >= FULL_QUESTION))
		return { role: 'request', worth: (request ? 1.1 : 0.6) + extras + 0.3 * cues };
	if (cues > 0 || isOpening) return { role: 'problem', worth: 0.7 + extras + 0.3 * cues };
	return fact ? { role: 'fact', worth: 0.2 + extras } : null;
}

/** What agents and bots say late tells what came of it; their questions carry nothing. */
function judgeOther(text: string, place: number): Judged {
	if (text.endsWith('?')) return null;
	const fact = FACT.test(text) ? 0.4 : 0;
	const detail = Math.min(0.4, text.length / 300);
	if (OUTCOME.test(text)) return { role: 'outcome', worth: 0.8 + 1.4 * place + fact + detail };
	if (place >= LATE && text.length >= FULL_STATEMENT && !FINDING.test(text))
		return { role: 'outcome', worth: 0.2 + 1.4 * place + fact + detail };
	return FINDING.test(text) ? { role: 'fact', worth: 1.8 + fact + detail } : null;
}
