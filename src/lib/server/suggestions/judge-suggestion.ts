import { GIVEN_FROM, shareOfAnswer } from '#solver/routing/index.ts';
import type { SuggestionKind, SuggestionRow } from '#lib/contracts/suggestions.ts';

export interface OpenSuggestion {
	kind: SuggestionKind;
	subject: string;
	madeAt: number;
	/** The words of an answer that was suggested; null for the other kinds. */
	answer: string | null;
}

/** What the stored folds tell of a contact. */
export interface ContactStory {
	endedAt: number | null;
	botOutcome: string | null;
	csat: number | null;
	visits: {
		agent: string | null;
		enteredAt: number;
		leftAt: number | null;
		outcome: string;
		handledUntil: number | null;
		handleMs: number;
	}[];
	/** What agents said, in order. */
	said: { at: number; text: string }[];
	/** Of the customer's turns, in order. */
	moods: { at: number; score: number }[];
	/** As the agent or the source noted it. */
	resolved: boolean | null;
}

type Judged = Pick<
	SuggestionRow,
	'isFollowed' | 'waitSeconds' | 'handleSeconds' | 'isResolved' | 'csat' | 'moodShift'
> & {
	state: 'open' | 'closed';
	answeredBy: string | null;
};

/** Mood is the mean of so many turns on either side. */
const TURNS = 2;

/**
 * What came of a suggestion, as far as is known. Followed: the agent suggested is the first to answer after it (`route`), a person
 * answered or at least the bot handed on (`escalate`), an agent said it or most of its words (`answer`). While the contact goes on nothing is judged but the answer.
 */
export function judgeSuggestion(
	{ kind, subject, madeAt, answer }: OpenSuggestion,
	story: ContactStory
): Judged {
	const { visits, moods, endedAt, botOutcome } = story;
	// A source's clock may put the answer a moment before the suggestion that was asked for.
	const answered = visits.find(
		({ outcome, leftAt }) => outcome === 'answered' && leftAt !== null && leftAt >= madeAt - 1_000
	);
	const isOver =
		endedAt !== null ||
		(visits.length > 0 && visits.every(({ outcome }) => outcome !== 'waiting' && outcome !== 'answered'));
	const handedOn = answered !== undefined || botOutcome === 'escalated';
	const isGiven =
		answer !== null &&
		story.said.some(({ at, text }) => at >= madeAt && shareOfAnswer(text, answer) >= GIVEN_FROM);
	const isFollowed = {
		route: () => (answered ? answered.agent === subject : null),
		escalate: () => (handedOn || isOver ? handedOn : null),
		answer: () => (isGiven || isOver ? isGiven : null)
	}[kind]();
	const after = moods.filter(({ at }) => at > madeAt).map(({ score }) => score);
	const before = moods.filter(({ at }) => at <= madeAt).map(({ score }) => score);
	return {
		state: isOver ? 'closed' : 'open',
		isFollowed,
		answeredBy: answered?.agent ?? null,
		waitSeconds: answered?.leftAt ? (answered.leftAt - answered.enteredAt) / 1000 : null,
		handleSeconds: answered && answered.handledUntil !== null ? answered.handleMs / 1000 : null,
		// That a bot closes a contact is its own word; one that ends with nobody having answered was not settled.
		isResolved: story.resolved ?? (isOver && !answered && botOutcome !== 'resolved' ? false : null),
		csat: story.csat,
		moodShift:
			before.length > 0 && after.length > 0 ? mean(after.slice(-TURNS)) - mean(before.slice(-TURNS)) : null
	};
}

const mean = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / values.length;
