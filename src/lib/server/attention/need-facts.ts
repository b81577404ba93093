import type { HeardCue, NeedFacts, NeedPlace } from '#solver/attention/index.ts';
import { cuesOf, moodOf, type ContactFold, type LiveContact } from '../live/index.ts';

/** Channels in which a customer sees at once that nobody answers. */
const WRITTEN_LIVE = new Set(['chat', 'messaging']);

/** Whom the customer has; null when the contact is over or nobody's. */
export function placeOf({ handling, waiting, bot }: ContactFold): NeedPlace | null {
	if (handling) return 'agent';
	if (waiting) return 'waiting';
	return bot?.outcome === 'active' ? 'bot' : null;
}

/** The queue that an open contact belongs to. */
export const queueOf = ({ handling, waiting, bot }: ContactFold): string | null =>
	handling?.visit.queue ?? waiting?.queue ?? bot?.queue ?? null;

/** What an open contact's need is rated by; null for one that is over. */
export function needFacts(
	{ fold, scores }: LiveContact,
	known: { thresholdSeconds: number | null; repeatContacts: number | null }
): NeedFacts | null {
	const place = placeOf(fold);
	if (!place) return null;
	const { handling, waiting, bot } = fold;
	return {
		place,
		moods: moodOf(fold.messages, scores).customer.progressive.map(({ score }) => score),
		cues: heardCues(fold),
		failedBotTurns: bot ? [...bot.path].filter((turn) => turn === 'f').length : 0,
		waitingSinceMs: waiting?.enteredAt ?? null,
		heldSinceMs: handling?.heldSince ?? null,
		unansweredSinceMs: unansweredSince(fold),
		priority: fold.priority,
		...known
	};
}

function heardCues({ messages, handling }: ContactFold): HeardCue[] {
	const own = messages.filter(({ party }) => party === 'customer');
	return own.flatMap((message, i) =>
		cuesOf(message).map(({ kind, strength }) => ({
			kind,
			strength,
			turnsSince: own.length - 1 - i,
			isBeforePerson: handling !== null && message.at < handling.since
		}))
	);
}

function unansweredSince({ channel, handling, messages }: ContactFold): number | null {
	if (!handling || !channel || !WRITTEN_LIVE.has(channel)) return null;
	const answered = messages.findLastIndex(({ party }) => party === 'agent');
	const first = messages.slice(answered + 1).find(({ party }) => party === 'customer');
	return first ? Math.max(first.at, handling.since) : null;
}
