import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ForbiddenError } from '../access/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import type { Actor, Context } from '../context.ts';
import {
	forecastIntervals,
	forecasts,
	intervalFacts,
	queues,
	sites,
	staffingIntervals,
	staffingPlans
} from '../db/schema/index.ts';
import { intradayCsv } from './intraday-csv.ts';
import { localDayNamed } from './local-day.ts';
import { readIntraday } from './read-intraday.ts';

const HOUR_MS = 3_600_000;
const day = localDayNamed('2026-03-03', 'UTC')!;
const supervisor = actorWithRole('supervisor');
const at = (hour: number) => day.fromAt + hour * HOUR_MS;

let test: Awaited<ReturnType<typeof openTestContext>>;
beforeEach(async () => {
	test = await openTestContext();
	const { orm } = test.ctx.db;
	await orm.insert(sites).values({ id: 'main', name: 'Main', timeZone: 'UTC', createdAt: 0 });
	await orm.insert(queues).values(
		['calls', 'chats'].map((id) => ({
			id,
			siteId: 'main',
			name: id,
			channel: 'voice' as const,
			createdAt: 0
		}))
	);
});
afterEach(() => test.close());

/** Hours 8 to 15 of both queues, 100 and 40 contacts each. */
async function addForecast(ctx: Context): Promise<void> {
	await ctx.db.orm.insert(forecasts).values({
		id: 'f',
		name: 'March',
		status: 'published',
		intervalSeconds: 3600,
		fromAt: day.fromAt,
		toAt: day.toAt,
		timeZone: 'UTC',
		detail: {},
		createdBy: 'test',
		createdAt: 0,
		publishedAt: 1
	});
	const rows = [
		{ queueId: 'calls', offered: 100 },
		{ queueId: 'chats', offered: 40 }
	].flatMap(({ queueId, offered }) =>
		Array.from({ length: 8 }, (_, k) => ({
			forecastId: 'f',
			queueId,
			startAt: at(8 + k),
			offered,
			p10: offered * 0.8,
			p90: offered * 1.2,
			ahtSeconds: 180,
			publishedOffered: offered,
			publishedAhtSeconds: 180
		}))
	);
	await ctx.db.orm.insert(forecastIntervals).values(rows);
}

const addFacts = (ctx: Context, queueId: string, counts: readonly (number | null)[]) =>
	ctx.db.orm
		.insert(intervalFacts)
		.values(
			counts.flatMap((offered, k) =>
				offered === null
					? []
					: [{ queueId, startAt: at(8 + k), intervalSeconds: 3600, offered, ahtSeconds: 200 }]
			)
		);

const read = (asOfHour: number, actor: Actor = supervisor, queueId: string | null = null) =>
	readIntraday(test.ctx, actor, { day, asOf: at(asOfHour), nowMs: day.toAt, timeZone: 'UTC', queueId });

describe('readIntraday()', () => {
	it('shows forecast, what came and what is expected, by queue and together', async () => {
		await addForecast(test.ctx);
		await addFacts(test.ctx, 'calls', [130, 130, 130, 130, 100, 100, 100, 100]);
		await addFacts(test.ctx, 'chats', [40, 40, 40, 40, 40, 40, 40, 40]);
		const view = await read(12);
		expect(view).toMatchObject({ isPublished: true, intervalSeconds: 3600, isToday: false, plan: null });
		const calls = view.queues.find(({ queueId }) => queueId === 'calls')!;
		expect(calls.totals).toMatchObject({ forecast: 800, actual: 520, forecastSoFar: 400 });
		expect(calls.totals.deviation).toBeCloseTo(0.3, 9);
		expect(calls.totals.reforecast!).toBeGreaterThan(930);
		expect(calls.totals.reforecast!).toBeLessThan(1040);
		expect(calls.totals.reforecastP10!).toBeLessThan(calls.totals.reforecast!);
		expect(calls.intervals[9]).toMatchObject({ forecast: 100, actual: 130, reforecast: null });
		const ahead = calls.intervals[12]!;
		expect(ahead.actual).toBe(100);
		expect(ahead.reforecast!).toBeGreaterThan(105);
		expect(calls.intervals[7]).toMatchObject({ forecast: null, reforecast: null, actual: null });
		const chats = view.queues.find(({ queueId }) => queueId === 'chats')!;
		expect(chats.totals.reforecast).toBeCloseTo(320, 6);
		expect(view.total.totals.actual).toBe(680);
		expect(view.total.totals.reforecast).toBeCloseTo(calls.totals.reforecast! + chats.totals.reforecast!, 6);
		expect(view.total.intervals[12]!.reforecast).toBeCloseTo(ahead.reforecast! + 40, 6);
	});

	it('looks no further than it is told: what came later changes nothing', async () => {
		await addForecast(test.ctx);
		await addFacts(test.ctx, 'calls', [130, 130, 130, 130]);
		const before = (await read(12)).queues[0]!.totals;
		await addFacts(test.ctx, 'chats', [40, 40, 40, 40]);
		await test.ctx.db.client.execute({
			sql: `INSERT INTO interval_facts (queue_id, start_at, interval_seconds, offered) VALUES ('calls', ?, 3600, 9999)`,
			args: [at(13)]
		});
		const after = (await read(12)).queues.find(({ queueId }) => queueId === 'calls')!;
		expect(after.totals).toEqual(before);
		expect(after.intervals[13]!.actual).toBe(9999);
	});

	it('takes an interval that was not measured as unknown, not as zero', async () => {
		await addForecast(test.ctx);
		await addFacts(test.ctx, 'calls', [100, null, 100, 100]);
		const { totals, intervals } = (await read(12)).queues.find(({ queueId }) => queueId === 'calls')!;
		expect(totals).toMatchObject({ actual: 300, forecastSoFar: 300, deviation: 0 });
		expect(intervals[9]!.actual).toBe(null);
		expect(totals.reforecast!).toBeCloseTo(800, 6);
	});

	it('counts the log, its quiet hours as zero and its silence as unknown', async () => {
		await addForecast(test.ctx);
		const { client } = test.ctx.db;
		const entered = [8.1, 8.6, 9.2, 10.5, 11.9, 16.5].map(at);
		await client.batch(
			entered.flatMap((enteredAt, k) => [
				{
					sql: `INSERT INTO contacts (id, channel, source, started_at, last_event_at) VALUES (?1, 'voice', 'test', ?2, ?2)`,
					args: [`c${k}`, enteredAt]
				},
				{
					sql: `INSERT INTO visits (contact_id, ordinal, queue_id, entered_at, outcome) VALUES (?, 0, 'calls', ?, 'waiting')`,
					args: [`c${k}`, enteredAt]
				}
			]),
			'write'
		);
		const { queues: series, latestAt } = await read(16);
		const counts = (id: string) =>
			series
				.find(({ queueId }) => queueId === id)!
				.intervals.slice(8, 16)
				.map(({ actual }) => actual);
		// The log begins at 08:06: that hour is not whole. From 12 to 16 nothing came anywhere for hours.
		expect(counts('calls')).toEqual([null, 1, 1, 1, null, null, null, null]);
		expect(counts('chats')).toEqual([null, 0, 0, 0, null, null, null, null]);
		expect(latestAt).toBe(at(16.5));
	});

	it('computes the agents again by the terms of the newest plan', async () => {
		await addForecast(test.ctx);
		await addFacts(test.ctx, 'calls', [130, 130, 130, 130]);
		const terms = {
			channel: 'voice',
			target: 'service-level',
			serviceLevelShare: 0.8,
			thresholdSeconds: 20,
			maxAsaSeconds: null,
			maxAbandonment: null,
			patienceSeconds: null,
			ahtSeconds: null,
			concurrency: 1,
			shrinkage: 0,
			maxOccupancy: null,
			minimumAgents: 0,
			defaultAhtSeconds: 180,
			bots: null,
			backlogContacts: 0
		};
		await test.ctx.db.orm.insert(staffingPlans).values({
			id: 'p',
			name: 'Plan',
			forecastId: 'f',
			intervalSeconds: 3600,
			parameters: { calls: terms },
			createdBy: 'test',
			createdAt: 0
		});
		await test.ctx.db.orm.insert(staffingIntervals).values(
			Array.from({ length: 8 }, (_, k) => ({
				planId: 'p',
				queueId: 'calls',
				startAt: at(8 + k),
				agents: 8,
				agentsWithShrinkage: 10
			}))
		);
		const view = await read(12);
		const calls = view.queues.find(({ queueId }) => queueId === 'calls')!;
		expect(view.plan).toEqual({ id: 'p', name: 'Plan' });
		expect(calls.intervals[8]).toMatchObject({ planned: 8, required: null });
		expect(calls.intervals[12]!.planned).toBe(8);
		expect(calls.intervals[12]!.required!).toBeGreaterThan(8);
		// Handle time has been 200 s against 180 s.
		expect(calls.totals.ahtRatio!).toBeGreaterThan(1.05);
		expect(calls.totals.ahtRatio!).toBeLessThan(200 / 180);
	});

	it('is empty without a forecast and without contacts, and refuses those without the right', async () => {
		expect(await read(12)).toMatchObject({
			isPublished: null,
			queues: [],
			total: { totals: { forecast: null } }
		});
		await expect(read(12, actorWithRole('agent'))).rejects.toThrow(ForbiddenError);
	});

	it('goes out as CSV', async () => {
		await addForecast(test.ctx);
		await addFacts(test.ctx, 'calls', [130]);
		const lines = intradayCsv(await read(9, supervisor, 'calls'))
			.trim()
			.split('\r\n');
		expect(lines).toHaveLength(9);
		expect(lines[0]).toContain('queue,intervalStart,forecast,p10,p90,reforecast');
		expect(lines[1]).toBe('calls,2026-03-03T08:00:00.000Z,100,80,120,,,,130,200,,,,,,');
	});
});
