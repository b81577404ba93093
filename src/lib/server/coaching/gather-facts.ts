import { setImmediate } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { gatherEvaluations } from '../quality/index.ts';
import { gatherAdherence } from './gather-adherence.ts';
import { FOLLOW_UP_MS, insertFacts } from './contact-rows.ts';
import { dayBands, type DayBands } from './day-bands.ts';

/**
 * Brings the stored performance facts up to date from contacts, visits, messages and agents' states: days that have
 * none yet, and the last eight, whose follow-ups and surveys may still come in. A day at a time, so that the live floor
 * is not held up; of days before the first contact, what other origins tell is left alone.
 */
export async function gatherFacts(
	ctx: Context,
	{ fromMs, toMs, timeZone }: { fromMs: number; toMs: number; timeZone: string }
): Promise<DayBands[]> {
	const { client } = ctx.db;
	const now = ctx.now();
	const days = dayBands(fromMs, toMs, timeZone);
	const { rows } = await client.execute("SELECT DISTINCT date FROM performance_facts WHERE origin = 'log'");
	const known = new Set(rows.map(({ date }) => String(date)));
	const [first] = (await client.execute('SELECT min(entered_at) AS at FROM visits')).rows;
	const begins = first?.at === null || first?.at === undefined ? Infinity : Number(first.at);
	for (const day of days) {
		const mayChange = day.toMs + FOLLOW_UP_MS + 86_400_000 > now;
		if (day.toMs <= begins || (known.has(day.date) && !mayChange)) continue;
		await client.batch(
			[{ sql: 'DELETE FROM performance_facts WHERE date = ?', args: [day.date] }, insertFacts(day, now)],
			'write'
		);
		await gatherAdherence(ctx, day);
		await setImmediate();
	}
	await gatherEvaluations(
		ctx,
		days.map(({ date }) => date)
	);
	return days;
}
