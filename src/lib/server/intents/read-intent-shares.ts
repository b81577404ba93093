import { z } from 'zod';
import { idScope, parseInput, requireRight, scopeOf } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';

const RangeInput = z
	.object({
		fromMs: z.number().finite(),
		toMs: z.number().finite(),
		queue: z.string().nullable().default(null)
	})
	.refine(({ fromMs, toMs }) => toMs > fromMs, 'to must come after from');

export interface IntentShare {
	queue: string;
	/** Null: nobody knows. */
	intent: string | null;
	contacts: number;
	/** Of them, those whose intent was told by their words. */
	guessed: number;
	/** Of the queue's contacts, 0–1. */
	share: number;
}

export const INTENT_SHARE_COLUMNS = ['queue', 'intent', 'contacts', 'guessed', 'share'] as const;

/** What the contacts of a period were about, by the queue they entered first: said by the source, else by their words. */
export async function readIntentShares(
	{ db }: Context,
	actor: Pick<Actor, 'rights' | 'scope'> | null,
	input: z.input<typeof RangeInput>
): Promise<IntentShare[]> {
	requireRight(actor, 'contacts.view');
	const { fromMs, toMs, queue } = parseInput('Reading intents', RangeInput, input);
	requireRight(actor, 'contacts.view', { queue });
	const seen = idScope('v.queue_id', scopeOf(actor)?.queues);
	const { rows } = await db.client.execute({
		sql: `SELECT v.queue_id AS queue, coalesce(c.intent, g.intent) AS intent, count(*) AS contacts,
				sum(c.intent IS NULL AND g.intent IS NOT NULL) AS guessed
			FROM visits AS v JOIN contacts AS c ON c.id = v.contact_id LEFT JOIN contact_intents AS g ON g.contact_id = c.id
			WHERE v.ordinal = 0 AND v.entered_at >= ?1 AND v.entered_at < ?2 AND (?3 IS NULL OR v.queue_id = ?3) AND ${seen.sql}
			GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2`,
		args: [fromMs, toMs, queue, ...seen.args]
	});
	const totals = new Map<string, number>();
	for (const row of rows)
		totals.set(String(row.queue), (totals.get(String(row.queue)) ?? 0) + Number(row.contacts));
	return rows.map((row) => ({
		queue: String(row.queue),
		intent: row.intent === null ? null : String(row.intent),
		contacts: Number(row.contacts),
		guessed: Number(row.guessed),
		share: Number(row.contacts) / totals.get(String(row.queue))!
	}));
}
