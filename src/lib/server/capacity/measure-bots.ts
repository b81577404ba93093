import type { Context } from '../context.ts';

export interface MeasuredBots {
	/** Share of contacts that met a bot, and share of those that it resolved. */
	share: number;
	containment: number;
}

const DAYS = 90;
/** Fewer contacts than this say nothing. */
const LEAST_CONTACTS = 30;

/** By channel, what bots did with the contacts of the last ninety days; channels with too few are left out. */
export async function measureBots({ db, now }: Context): Promise<Map<string, MeasuredBots>> {
	const { rows } = await db.client.execute({
		sql: `SELECT channel, count(*) AS contacts, count(bot_outcome) AS met, sum(bot_outcome = 'resolved') AS resolved
			FROM contacts WHERE channel IS NOT NULL AND ended_at IS NOT NULL AND started_at >= ? GROUP BY channel`,
		args: [now() - DAYS * 86_400_000]
	});
	const measured = new Map<string, MeasuredBots>();
	for (const row of rows) {
		const [contacts, met] = [Number(row.contacts), Number(row.met)];
		if (contacts < LEAST_CONTACTS) continue;
		measured.set(String(row.channel), {
			share: met / contacts,
			containment: met > 0 ? Number(row.resolved ?? 0) / met : 0
		});
	}
	return measured;
}
