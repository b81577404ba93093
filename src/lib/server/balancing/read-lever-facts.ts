import type { CommandPayloads } from '#lib/contracts/commands.ts';
import { readBots } from '../bots/index.ts';
import { listCommands } from '../commands/index.ts';
import { parsePeriod } from '../contacts/index.ts';
import { SYSTEM, type Context } from '../context.ts';
import { localDayOf, readIntraday } from '../intraday/index.ts';
import type { LeverFacts, OfferFacts, SpareSpan } from './queue-levers.ts';

/** A bot contains a reason well from here on, by so many conversations that ended. */
const CONTAINED_WELL = 0.5;
const LEAST_CONVERSATIONS = 50;
/** Contacts that waited while a callback was offered, from which on they tell how many take one; of so many weeks. */
const LEAST_OFFERED = 50;
const OFFERS_MS = 28 * 24 * 3_600_000;
/** Who is answered sooner had not to wait. */
const WAITED_MS = 5_000;

/**
 * By queue, its people beyond those that the re-forecast of the rest of the day asks for, by the plan's own terms; none
 * where no plan covers the day.
 *
 * @param nowMs the floor's time
 */
export async function readSpare(ctx: Context, nowMs: number, timeZone: string): Promise<LeverFacts['spare']> {
	const day = localDayOf(nowMs, timeZone);
	const view = await readIntraday(ctx, SYSTEM, { day, asOf: nowMs, nowMs, timeZone });
	const stepMs = view.intervalSeconds * 1000;
	return new Map(
		view.queues.flatMap(({ queueId, intervals }) => {
			const spans = intervals.flatMap(({ startAt, required, scheduled }): SpareSpan[] => {
				if (startAt + stepMs <= nowMs || required === null || scheduled === null) return [];
				return [{ fromAt: startAt, toAt: startAt + stepMs, agents: scheduled - required }];
			});
			return queueId === null ? [] : [[queueId, spans] as const];
		})
	);
}

/** What bots contained of a week's conversations, and how many took a call back. Goes through all of them: not often. */
export async function readOfferFacts(ctx: Context, nowMs: number, timeZone: string): Promise<OfferFacts> {
	const period = parsePeriod(new URLSearchParams({ period: '7d' }), nowMs, timeZone);
	const all = { period, bot: null, queue: null, intent: null, language: null };
	const [{ groups }, callbackShare] = await Promise.all([
		readBots(ctx, SYSTEM, { ...all, windowDays: 1 }),
		readCallbackShare(ctx)
	]);
	const isKnown = ({ resolved, escalated, left }: (typeof groups.intent)[number]) =>
		resolved + escalated + left >= LEAST_CONVERSATIONS;
	return {
		containment: new Map(
			groups.intent.flatMap((group) => {
				const { id, containment } = group;
				const isWell = id !== null && isKnown(group) && (containment ?? 0) >= CONTAINED_WELL;
				return isWell ? [[id, containment!] as const] : [];
			})
		),
		withBot: new Set(
			groups.queue.flatMap((group) => (group.id !== null && isKnown(group) ? [group.id] : []))
		),
		callbackShare
	};
}

/** What came of the callbacks that were offered: of those who entered meanwhile and had to wait, who flowed out. */
async function readCallbackShare(ctx: Context): Promise<number | null> {
	const offers = await listCommands(ctx, SYSTEM, {
		kind: 'queue.callback',
		state: 'confirmed',
		sinceMs: ctx.now() - OFFERS_MS
	});
	if (offers.length === 0) return null;
	const spans = offers.map(({ payload, answeredAt, requestedAt }) => {
		const { queue, until } = payload as CommandPayloads['queue.callback'];
		return { queue, from: answeredAt ?? requestedAt, to: Math.min(Date.parse(until), ctx.now()) };
	});
	const { rows } = await ctx.db.client.execute({
		sql: `SELECT count(*) AS waited, coalesce(sum(v.outcome = 'flowed-out'), 0) AS took FROM json_each(?) AS o
			JOIN visits AS v ON v.queue_id = o.value ->> 'queue' AND v.entered_at >= o.value ->> 'from' AND v.entered_at < o.value ->> 'to'
			WHERE v.left_at IS NOT NULL AND v.left_at - v.entered_at > ?`,
		args: [JSON.stringify(spans), WAITED_MS]
	});
	const waited = Number(rows[0]!.waited);
	return waited >= LEAST_OFFERED ? Number(rows[0]!.took) / waited : null;
}
