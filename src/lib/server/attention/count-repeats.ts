import type { Context } from '../context.ts';

/** A customer who is back within this long has not been helped the first time. */
export const REPEAT_WINDOW_MS = 7 * 24 * 3_600_000;
const PER_QUERY = 500;

/** By contact, how many other contacts its customer began in the week before it. */
export async function countRepeats(
	{ db }: Context,
	contacts: readonly { id: string; customer: string; startedAt: number }[]
): Promise<Map<string, number>> {
	const counts = new Map<string, number>();
	for (let i = 0; i < contacts.length; i += PER_QUERY) {
		const page = contacts.slice(i, i + PER_QUERY);
		const { rows } = await db.client.execute({
			sql: `SELECT asked.value ->> 0 AS id, (SELECT count(*) FROM contacts AS c WHERE c.customer = asked.value ->> 1
				AND c.started_at >= (asked.value ->> 2) - ? AND c.started_at < asked.value ->> 2 AND c.id <> asked.value ->> 0) AS n
				FROM json_each(?) AS asked`,
			args: [
				REPEAT_WINDOW_MS,
				JSON.stringify(page.map(({ id, customer, startedAt }) => [id, customer, startedAt]))
			]
		});
		for (const row of rows) counts.set(String(row.id), Number(row.n));
	}
	return counts;
}
