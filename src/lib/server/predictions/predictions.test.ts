import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LoggedEvent } from '#lib/contracts/events.ts';
import { openTestContext } from '../access/testing.ts';
import {
	agents,
	forecastIntervals,
	forecasts,
	intervalFacts,
	queues,
	rosters,
	shifts,
	sites
} from '../db/schema/index.ts';
import { FloorFeed, loadConfig, LiveState } from '../live/index.ts';
import { Predictions } from './predictions.ts';
import { readKnownAhead } from './read-known-ahead.ts';

const MINUTE = 60_000;
const WEEK = 7 * 86_400_000;

let test: Awaited<ReturnType<typeof openTestContext>>;
beforeEach(async () => {
	test = await openTestContext();
	test.clock.at = Date.UTC(2026, 10, 24, 12);
	const { orm } = test.ctx.db;
	await orm.insert(sites).values({ id: 'main', name: 'Main', timeZone: 'UTC', createdAt: 0 });
	await orm.insert(queues).values(
		['calls', 'silent'].map((id) => ({
			id,
			siteId: 'main',
			name: id,
			channel: 'voice' as const,
			createdAt: 0
		}))
	);
	await orm.insert(agents).values({ id: 'ann', siteId: 'main', name: 'Ann', createdAt: 0 });
});
afterEach(() => test.close());

/** A call every two minutes of the last hour that nobody answered. */
async function unansweredFloor() {
	const { clock } = test;
	const state = new LiveState(await loadConfig(test.ctx), () => null);
	let seq = 0;
	const event = (type: string, at: number, contact: string): LoggedEvent => ({
		seq: ++seq,
		source: 'test',
		id: String(seq),
		type: `marea.contact.${type}`,
		at,
		data: { contact, queue: 'calls', channel: 'voice' }
	});
	for (let i = 30; i > 0; i--) {
		const at = clock.at - i * 2 * MINUTE;
		state.apply([event('queued', at, `c${i}`)], at);
		state.apply([event('abandoned', at + 90_000, `c${i}`)], at + 90_000);
	}
	return { state, feed: new FloorFeed(state, 'test') };
}

describe('Predictions', () => {
	it('puts what is foreseen on the row, the hour for the page, and a reading for the alerts', async () => {
		const floor = await unansweredFloor();
		const predictions = new Predictions(test.ctx, floor);
		expect(predictions.hourOf('calls')).toBeNull();
		expect(predictions.ahead('calls', 15)).toBeNull();
		await predictions.look();

		floor.feed.tick(test.clock.at);
		const [row] = floor.feed.queueRows(test.clock.at);
		expect(row!.prediction).toMatchObject({
			serviceLevel30: [0, 0, 0],
			breach: { state: 'below', inMinutes: null, causes: [{ kind: 'nobody' }] },
			error: null
		});
		const hour = predictions.hourOf('calls')!;
		expect(hour.moments).toHaveLength(13);
		expect(hour.moments[0]).toMatchObject({ at: test.clock.at, serviceLevel: [0, 0, 0] });
		expect(hour.moments[12]!.at).toBe(test.clock.at + 60 * MINUTE);
		const [in15, in17, in20] = [15, 17, 20].map((minutes) => predictions.ahead('calls', minutes)!);
		expect(in15!.serviceLevel).toBe(0);
		expect(in17!.waiting).toBeCloseTo(in15!.waiting + 0.4 * (in20!.waiting - in15!.waiting));
		expect(predictions.ahead('calls', 61)).toBeNull();
	});

	it('says nothing of a queue that no source has told of', async () => {
		const floor = await unansweredFloor();
		const predictions = new Predictions(test.ctx, floor);
		await predictions.look();
		floor.feed.tick(test.clock.at);
		expect(floor.feed.queueRows(test.clock.at).find(({ id }) => id === 'silent')!.prediction).toBeNull();
		expect(predictions.ahead('silent', 15)).toBeNull();
	});

	it('takes its word back once the source has fallen silent', async () => {
		const floor = await unansweredFloor();
		const predictions = new Predictions(test.ctx, floor);
		await predictions.look();
		test.clock.at += 5 * MINUTE;
		await predictions.look();
		floor.feed.tick(test.clock.at);
		expect(floor.feed.queueRows(test.clock.at)[0]!.prediction).toBeNull();
		expect(predictions.hourOf('calls')).toBeNull();
	});
});

describe('readKnownAhead()', () => {
	it('takes the published forecast, else the same weekday’s history, and the published shifts', async () => {
		const { ctx, clock } = test;
		const { orm } = ctx.db;
		const hour = clock.at;
		await orm.insert(forecasts).values({
			id: 'f',
			name: 'November',
			status: 'published',
			intervalSeconds: 3600,
			fromAt: hour - 12 * 60 * MINUTE,
			toAt: hour + 12 * 60 * MINUTE,
			timeZone: 'UTC',
			detail: { calls: {} },
			createdBy: 'test',
			createdAt: 0,
			publishedAt: 1
		});
		await orm.insert(forecastIntervals).values(
			[-3, -2, -1, 0, 1, 2].map((h) => ({
				forecastId: 'f',
				queueId: 'calls',
				startAt: hour + h * 60 * MINUTE,
				offered: 40,
				p10: 30,
				p90: 50,
				publishedOffered: 44
			}))
		);
		await orm.insert(intervalFacts).values(
			[1, 2, 3].map((weeks) => ({
				queueId: 'silent',
				startAt: hour - weeks * WEEK,
				intervalSeconds: 1800,
				offered: 10 * weeks
			}))
		);
		const roster = { timeZone: 'UTC', problem: {}, result: {}, createdBy: 'test', createdAt: 0 };
		await orm.insert(rosters).values([
			{ id: 'r', name: 'Out', status: 'published', fromAt: 0, toAt: hour * 2, ...roster },
			{ id: 'd', name: 'Draft', status: 'draft', fromAt: 0, toAt: hour * 2, ...roster }
		]);
		await orm.insert(shifts).values(
			(['r', 'd'] as const).map((rosterId) => ({
				id: `s-${rosterId}`,
				rosterId,
				agentId: 'ann',
				templateId: 't',
				startAt: hour - 60 * MINUTE,
				endAt: hour + 60 * MINUTE,
				breaks: []
			}))
		);

		const known = await readKnownAhead(ctx, clock.at);
		expect(known.expected.get('calls')).toContainEqual({
			fromMs: hour,
			toMs: hour + 60 * MINUTE,
			offered: 44,
			ahtSeconds: null
		});
		// Half an hour of 10, 20 and 30 contacts: 10 a quarter on average.
		expect(known.expected.get('silent')!.find(({ fromMs }) => fromMs === hour)!.offered).toBeCloseTo(10);
		expect(known.shifts.get('ann')).toHaveLength(1);
	});
});
