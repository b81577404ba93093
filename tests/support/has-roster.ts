import { openDatabase } from '#lib/server/db/open-database.ts';

/** Whether there is any roster in a server's database. */
export async function hasRoster(url: string): Promise<boolean> {
	const db = await openDatabase(url, 'drizzle');
	try {
		return (await db.client.execute('SELECT 1 FROM rosters LIMIT 1')).rows.length > 0;
	} finally {
		db.close();
	}
}
