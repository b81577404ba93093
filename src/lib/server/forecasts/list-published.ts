import type { Context } from '../context.ts';

/** A published forecast, as far as it can take the place of another. */
export interface PublishedSpan {
	id: string;
	name: string;
	intervalSeconds: number;
	fromAt: number;
	toAt: number;
	publishedAt: number;
	queueIds: string[];
}

/** Published forecasts, the newest first. Rights are the caller's. */
export async function listPublished({ db }: Context): Promise<PublishedSpan[]> {
	const { rows } = await db.client.execute(
		`SELECT id, name, interval_seconds, from_at, to_at, published_at,
			(SELECT json_group_array(key) FROM json_each(detail)) AS queues
		FROM forecasts WHERE status = 'published' ORDER BY published_at DESC, rowid DESC`
	);
	return rows.map((row) => ({
		id: String(row.id),
		name: String(row.name),
		intervalSeconds: Number(row.interval_seconds),
		fromAt: Number(row.from_at),
		toAt: Number(row.to_at),
		publishedAt: Number(row.published_at),
		queueIds: JSON.parse(String(row.queues)) as string[]
	}));
}
