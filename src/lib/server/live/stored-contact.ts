import { countCues } from './contact-cues.ts';
import { moodOf } from './contact-mood.ts';
import type { ContactFold } from './fold/contact-fold.ts';
import { isDemoSource } from './demo-source.ts';

export type StoredValue = string | number | null;

/** Short decimals come back from the database as they went in. */
const round = (value: number | null | undefined): number | null =>
	value === null || value === undefined ? null : Math.round(value * 1000) / 1000 + 0;

/**
 * The row of `contacts` that a fold gives, by column; `marea verify` holds it against the one that is stored.
 *
 * @param scores of the messages, by their index
 */
export function storedContact(
	fold: ContactFold,
	scores: readonly (number | null)[]
): Record<string, StoredValue> {
	const last = fold.visits.at(-1);
	const { customer, withBot, withPerson } = moodOf(fold.messages, scores);
	const cues = countCues(fold.messages);
	return {
		id: fold.id,
		source: fold.source,
		channel: fold.channel,
		customer: fold.customer,
		language: fold.language,
		intent: fold.intent,
		queue_id: last?.queue ?? null,
		agent_id: last?.agent ?? null,
		started_at: fold.startedAt,
		ended_at: fold.endedAt,
		last_event_at: fold.lastEventAt,
		bot_outcome: fold.bot?.outcome ?? null,
		bot_started_at: fold.bot?.startedAt ?? null,
		bot_ended_at: fold.bot?.endedAt ?? null,
		bot_id: fold.bot?.id ?? null,
		bot_queue: fold.bot?.queue ?? null,
		bot_reason: fold.bot?.reason ?? null,
		bot_path: fold.bot?.path ?? null,
		csat: fold.csat,
		mood_turns: customer.turns,
		mood: round(customer.overall),
		mood_q1: round(customer.quarters[0]),
		mood_q2: round(customer.quarters[1]),
		mood_q3: round(customer.quarters[2]),
		mood_q4: round(customer.quarters[3]),
		mood_shift: round(customer.shift),
		mood_end: round(customer.progressive.at(-1)?.score),
		mood_with_bot: round(withBot.overall),
		mood_with_person: round(withPerson.overall),
		cues: Object.keys(cues).length === 0 ? null : JSON.stringify(cues, Object.keys(cues).toSorted()),
		is_demo: isDemoSource(fold.source) ? 1 : 0
	};
}
