import { randomUUID } from 'node:crypto';
import { TZDate } from '@date-fns/tz';
import { addMonths, differenceInMilliseconds, format, startOfMonth } from 'date-fns';
import { and, count, desc, eq } from 'drizzle-orm';
import { drawSample, rankRisk, rateRisk } from '#solver/quality/index.ts';
import { requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { qualityDraws, qualitySamples } from '../db/schema/index.ts';
import { readQualitySettings } from './quality-settings.ts';
import { siteZone } from './site-zone.ts';
import { staysToSample, type SampleStay } from './stays-to-sample.ts';

/** The first draw, or one after a long time, looks back so far. */
const LOOK_BACK_MS = 7 * 86_400_000;
/** After so long a pause the time between is left out. */
const LONGEST_MS = 31 * 86_400_000;
/** What has just ended may still be on its way from its source. */
const SETTLES_MS = 15 * 60_000;
const ROWS_PER_STATEMENT = 500;

interface DrawPeriod {
	fromMs: number;
	toMs: number;
	/** Local, YYYY-MM. */
	month: string;
	/** Of the month, up to the period's end: how much of its number is due. */
	elapsed: number;
}

/** The time since the last draw, cut where a month begins. */
export function drawPeriods(lastMs: number | null, nowMs: number, timeZone: string): DrawPeriod[] {
	const fromMs = lastMs === null || nowMs - lastMs > LONGEST_MS ? nowMs - LOOK_BACK_MS : lastMs;
	const periods: DrawPeriod[] = [];
	for (let at = fromMs; at < nowMs;) {
		const begins = startOfMonth(new TZDate(at, timeZone));
		const ends = addMonths(begins, 1);
		const toMs = Math.min(nowMs, ends.getTime());
		periods.push({
			fromMs: at,
			toMs,
			month: format(begins, 'yyyy-MM'),
			elapsed: (toMs - begins.getTime()) / differenceInMilliseconds(ends, begins)
		});
		at = toMs;
	}
	return periods;
}

export interface SamplesDrawn {
	random: number;
	risk: number;
	/** Stays that were drawn from. */
	population: number;
}

/**
 * Draws from what was handled since the last draw: of each agent at random as many as the month's number asks for by
 * now, each with its known chance, and the contacts of the highest risk among the rest. Periods of draws never overlap.
 */
export async function drawSamples(ctx: Context, actor: Actor): Promise<SamplesDrawn> {
	requireRight(actor, 'quality.evaluate', { whole: true });
	const { orm } = ctx.db;
	const nowMs = ctx.now();
	const { perMonth, riskPerDraw } = await readQualitySettings(ctx);
	const [last] = await orm
		.select({ toAt: qualityDraws.toAt })
		.from(qualityDraws)
		.orderBy(desc(qualityDraws.toAt))
		.limit(1);
	const drawn: SamplesDrawn = { random: 0, risk: 0, population: 0 };
	for (const period of drawPeriods(last?.toAt ?? null, nowMs - SETTLES_MS, await siteZone(ctx))) {
		const stays = await staysToSample(ctx, period);
		const before = await orm
			.select({ agentId: qualitySamples.agentId, n: count() })
			.from(qualitySamples)
			.innerJoin(qualityDraws, eq(qualitySamples.drawId, qualityDraws.id))
			.where(and(eq(qualityDraws.month, period.month), eq(qualitySamples.basis, 'random')))
			.groupBy(qualitySamples.agentId);
		const already = new Map(before.map(({ agentId, n }) => [agentId, n]));
		const due = Math.ceil(perMonth * period.elapsed);
		const seed = period.toMs;
		const random = drawSample(stays, {
			stratumOf: ({ agentId }) => agentId,
			keyOf: ({ id }) => id,
			wanted: (agentId) => due - (already.get(agentId) ?? 0),
			seed
		});
		const taken = new Set(random.map(({ unit }) => unit));
		const rest = stays.filter((stay) => !taken.has(stay));
		const risky = rankRisk(rest, riskPerDraw);
		const drawId = randomUUID();
		const row = (stay: SampleStay) => ({
			contactId: stay.id,
			agentId: stay.agentId,
			drawId,
			contactAt: stay.contactAt,
			...rateRisk(stay)
		});
		const rows = [
			...random.map(({ unit, probability, population }) => ({
				...row(unit),
				basis: 'random' as const,
				probability,
				population
			})),
			...risky.map(({ contact }) => ({ ...row(contact), basis: 'risk' as const }))
		];
		const inserts = [];
		for (let i = 0; i < rows.length; i += ROWS_PER_STATEMENT)
			inserts.push(orm.insert(qualitySamples).values(rows.slice(i, i + ROWS_PER_STATEMENT)));
		await orm.batch([
			orm.insert(qualityDraws).values({
				id: drawId,
				fromAt: period.fromMs,
				toAt: period.toMs,
				month: period.month,
				seed,
				drawnBy: actor.id,
				drawnAt: nowMs
			}),
			recordAudit(ctx, actor, {
				action: 'quality.draw',
				subject: `quality-draw:${drawId}`,
				after: { random: random.length, risk: risky.length, population: stays.length, seed }
			}),
			...inserts
		]);
		drawn.random += random.length;
		drawn.risk += risky.length;
		drawn.population += stays.length;
	}
	return drawn;
}
