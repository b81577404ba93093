import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import type { ForecastDetail } from './forecast-work.ts';

/** What the newest forecast of a queue took a special day's effect to be. */
export interface LearnedEffect {
	name: string;
	queueId: string;
	/** Local day number it was for. */
	day: number;
	factor: number;
	source: 'set' | 'learned' | 'all-days' | 'none';
	/** How many such days the history holds. */
	occurrences: number;
}

/** Effects by day and queue; of several forecasts the newest one's. */
export async function listSpecialDayEffects({ db }: Context, actor: Actor): Promise<LearnedEffect[]> {
	requireRight(actor, 'forecast.view');
	const { rows } = await db.client.execute(
		`SELECT q.key AS queue, json_extract(q.value, '$.specialDays') AS days FROM forecasts f, json_each(f.detail) q
		WHERE json_array_length(q.value, '$.specialDays') > 0 ORDER BY f.created_at DESC, f.rowid DESC`
	);
	const effects = new Map<string, LearnedEffect>();
	for (const { queue, days } of rows)
		for (const { day, name, factor, source, occurrences } of JSON.parse(String(days)) as NonNullable<
			ForecastDetail['specialDays']
		>) {
			const key = `${String(queue)} ${day}`;
			if (effects.has(key)) continue;
			effects.set(key, { queueId: String(queue), day, name, factor, source, occurrences });
		}
	return [...effects.values()];
}
