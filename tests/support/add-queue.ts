import { openDatabase } from '#lib/server/db/open-database.ts';

/** A queue "Hotline" beside a running server, as an import would have made it. */
export async function addQueue(url: string): Promise<void> {
	const db = await openDatabase(url, 'drizzle');
	try {
		await db.client.execute({
			sql: "INSERT INTO queues (id, site_id, name, channel, created_at) SELECT 'hotline', id, 'Hotline', 'voice', ? FROM sites",
			args: [Date.now()]
		});
	} finally {
		db.close();
	}
}
