import { inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { queues, sites } from '../db/schema/index.ts';
import type { FactColumns } from './fact-columns.ts';

const CONNECT_CHANNELS: Record<string, 'voice' | 'chat' | 'email' | 'messaging'> = {
	VOICE: 'voice',
	CHAT: 'chat',
	EMAIL: 'email',
	SMS: 'messaging'
};

/** Queues that no one has set up are made with defaults and marked; a first file makes the site too. */
export async function createMissingQueues(
	ctx: Context,
	wanted: FactColumns['queues'],
	timeZone: string
): Promise<void> {
	const { orm } = ctx.db;
	const names = wanted.map(({ label }) => label);
	const known = new Set(
		(await orm.select({ id: queues.id }).from(queues).where(inArray(queues.id, names))).map(({ id }) => id)
	);
	const missing = wanted.filter(({ label }) => !known.has(label));
	if (missing.length === 0) return;
	let [site] = await orm.select().from(sites);
	if (!site)
		[site] = await orm
			.insert(sites)
			.values({ id: 'main', name: 'Marea', timeZone, createdAt: ctx.now() })
			.returning();
	await orm
		.insert(queues)
		.values(
			missing.map(({ label, channel }) => ({
				id: label,
				siteId: site!.id,
				name: label,
				channel: CONNECT_CHANNELS[channel?.toUpperCase() ?? ''] ?? ('voice' as const),
				isDiscovered: true,
				createdAt: ctx.now()
			}))
		)
		.onConflictDoNothing();
}
