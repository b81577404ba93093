export type Party = 'customer' | 'agent' | 'bot';

/** A turn of a contact with its score in [−1, 1]. */
export interface ScoredTurn {
	/** UTC milliseconds. */
	atMs: number;
	party: Party;
	score: number;
	/** Said while a bot held the contact. */
	withBot: boolean;
}

/** Sentiment of one party over some turns, on −5…+5; null where nothing was said. */
export interface PartSentiment {
	turns: number;
	overall: number | null;
	/** By quarter of the party's own first-to-last turn; a quarter without a turn is null. */
	quarters: [number | null, number | null, number | null, number | null];
	/** Last quarter less first quarter; null when either is. */
	shift: number | null;
	/** The running mood after each turn (newer turns weigh more), for a line through the contact. */
	progressive: { atMs: number; score: number }[];
}

export interface ContactSentiment {
	customer: PartSentiment;
	agent: PartSentiment;
	/** The customer's turns while a bot held the contact, and while a person did. */
	withBot: PartSentiment;
	withPerson: PartSentiment;
}

/** Half of the running mood is the newest turn's. */
const NEWEST_SHARE = 0.5;
const SCALE = 5;

const mean = (values: readonly number[]): number | null =>
	values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

function sentimentOf(turns: readonly ScoredTurn[]): PartSentiment {
	const first = turns[0]?.atMs ?? 0;
	const span = (turns.at(-1)?.atMs ?? 0) - first;
	const byQuarter: number[][] = [[], [], [], []];
	const progressive: PartSentiment['progressive'] = [];
	let running: number | null = null;
	turns.forEach(({ atMs, score }, index) => {
		// Turns of one instant are spread by their order.
		const position = span > 0 ? (atMs - first) / span : turns.length > 1 ? index / (turns.length - 1) : 0;
		byQuarter[Math.min(3, Math.floor(position * 4))]!.push(score * SCALE);
		running = running === null ? score : (1 - NEWEST_SHARE) * running + NEWEST_SHARE * score;
		progressive.push({ atMs, score: running * SCALE });
	});
	const quarters = byQuarter.map(mean) as PartSentiment['quarters'];
	const [from, , , to] = quarters;
	return {
		turns: turns.length,
		overall: mean(turns.map((turn) => turn.score * SCALE)),
		quarters,
		shift: from === null || to === null ? null : to - from,
		progressive
	};
}

/**
 * The sentiment of a contact from its turns, on the −5…+5 scale: overall (mean of turns), by quarter of each party's
 * own first-to-last turn, shift, and progressive; the customer's turns with the bot and with a person also apart
 * (METRICS.md, Sentiment). Turns may come in any order; equal instants keep theirs. Throws on a score outside [−1, 1]
 * or an instant that is no number.
 *
 * Cost: O(n log n) in the number of turns.
 */
export function contactSentiment(turns: readonly ScoredTurn[]): ContactSentiment {
	for (const { score, atMs } of turns) {
		if (!(score >= -1 && score <= 1))
			throw new RangeError(`Contact sentiment: score "${score}" must be between -1 and 1.`);
		if (!Number.isFinite(atMs))
			throw new RangeError(`Contact sentiment: atMs "${atMs}" must be a finite number of milliseconds.`);
	}
	const ordered = turns.toSorted((a, b) => a.atMs - b.atMs);
	const customer = ordered.filter((turn) => turn.party === 'customer');
	return {
		customer: sentimentOf(customer),
		agent: sentimentOf(ordered.filter((turn) => turn.party === 'agent')),
		withBot: sentimentOf(customer.filter((turn) => turn.withBot)),
		withPerson: sentimentOf(customer.filter((turn) => !turn.withBot))
	};
}
