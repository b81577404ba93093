import type { Context } from '../context.ts';

/** So many of the latest contacts tell what a queue is for and which languages a person speaks. */
const LATEST = 20_000;
const KEPT_MS = 5 * 60_000;
/** A language counts for a queue or a person from so many contacts on. */
const ENOUGH = 3;

/** What the latest contacts say of queues and people. */
export interface CentreProfile {
	/** Contacts by queue, language and intent. */
	queues: Map<string, { language: string | null; intent: string | null; count: number }[]>;
	/** Languages in which each agent has answered. */
	languages: Map<string, string[]>;
}

const kept = new WeakMap<Context, { at: number; profile: CentreProfile }>();

/** Read anew every few minutes: it changes with the weeks. */
export async function centreProfile(ctx: Context): Promise<CentreProfile> {
	const known = kept.get(ctx);
	if (known && ctx.now() - known.at < KEPT_MS) return known.profile;
	const { rows } = await ctx.db.client.execute({
		sql: `SELECT queue_id AS queue, agent_id AS agent, language, intent, count(*) AS count FROM
			(SELECT c.queue_id, c.agent_id, coalesce(c.language, g.language) AS language, coalesce(c.intent, g.intent) AS intent
				FROM (SELECT * FROM contacts ORDER BY last_event_at DESC LIMIT ?) AS c LEFT JOIN contact_intents AS g ON g.contact_id = c.id)
			WHERE queue_id IS NOT NULL GROUP BY 1, 2, 3, 4`,
		args: [LATEST]
	});
	type Row = {
		queue: string;
		agent: string | null;
		language: string | null;
		intent: string | null;
		count: number;
	};
	const profile: CentreProfile = { queues: new Map(), languages: new Map() };
	const answered = new Map<string, Map<string, number>>();
	for (const { queue, agent, language, intent, count } of rows as unknown as Row[]) {
		const list = profile.queues.get(queue) ?? [];
		profile.queues.set(queue, list);
		list.push({ language, intent, count });
		if (agent === null || language === null) continue;
		const own = answered.get(agent) ?? new Map<string, number>();
		answered.set(agent, own);
		own.set(language, (own.get(language) ?? 0) + count);
	}
	for (const [agent, counts] of answered)
		profile.languages.set(
			agent,
			[...counts].flatMap(([language, count]) => (count >= ENOUGH ? [language] : []))
		);
	kept.set(ctx, { at: ctx.now(), profile });
	return profile;
}

/** The language of most of a queue's contacts; null where there are few or no clear most. */
export function queueLanguage({ queues }: CentreProfile, queueId: string): string | null {
	const counts = new Map<string, number>();
	let total = 0;
	for (const { language, count } of queues.get(queueId) ?? []) {
		if (language === null) continue;
		counts.set(language, (counts.get(language) ?? 0) + count);
		total += count;
	}
	for (const [language, count] of counts) if (count >= ENOUGH && count > total / 2) return language;
	return null;
}
