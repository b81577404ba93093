import * as tables from '../../../src/lib/server/db/schema/index.ts';
import type { Database } from '../../../src/lib/server/db/open-database.ts';
import { LEAD, type Made } from './site-operations.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

type Orm = Database['orm'];

/** What is planned, published, changed and offered. */
export async function addPlans(orm: Orm, { site, agentId, queueId, at }: Made): Promise<void> {
	const made = { createdBy: LEAD, createdAt: at };
	await orm.insert(tables.adherenceExcuses).values({
		id: `${site}-excuse`,
		agentId,
		fromAt: at - HOUR,
		toAt: at,
		reason: site,
		...made
	});
	await orm.insert(tables.rosters).values({
		id: `${site}-roster`,
		name: `${site} roster`,
		fromAt: at - 24 * HOUR,
		toAt: at + 24 * HOUR,
		timeZone: 'UTC',
		status: 'published',
		problem: {},
		result: {},
		...made
	});
	await orm.insert(tables.shifts).values({
		id: `${site}-shift`,
		rosterId: `${site}-roster`,
		agentId,
		templateId: 't',
		startAt: at - 4 * HOUR,
		endAt: at + 4 * HOUR,
		breaks: []
	});
	await orm.insert(tables.publications).values({
		id: `${site}-publication`,
		kind: 'publish',
		rosterId: `${site}-roster`,
		detail: { note: site, reason: '' },
		publishedBy: LEAD,
		publishedAt: at - HOUR
	});
	await orm.insert(tables.publicationAgents).values({
		publicationId: `${site}-publication`,
		agentId,
		fromAt: at - 24 * HOUR,
		toAt: at + 24 * HOUR,
		differences: [
			{
				date: new Date(at).toISOString().slice(0, 10),
				before: [],
				after: [{ startAt: at - 4 * HOUR, endAt: at + 4 * HOUR, breaks: [] }]
			}
		]
	});
	await orm.insert(tables.scheduleChanges).values({
		id: `${site}-change`,
		agentId,
		kind: 'leaves',
		fromAt: at + 2 * HOUR,
		toAt: at + 4 * HOUR,
		reason: site,
		...made
	});
	await orm.insert(tables.offers).values({
		id: `${site}-offer`,
		kind: 'time_off',
		fromAt: at + HOUR,
		toAt: at + 2 * HOUR,
		places: 1,
		expiresAt: at + HOUR,
		note: site,
		...made
	});
	await orm.insert(tables.offerAgents).values({
		offerId: `${site}-offer`,
		agentId,
		state: 'asked',
		change: 'leaves',
		fromAt: at + HOUR,
		toAt: at + 2 * HOUR
	});
	await orm.insert(tables.forecasts).values({
		id: `${site}-forecast`,
		name: `${site} forecast`,
		status: 'published',
		intervalSeconds: 1800,
		fromAt: at - 24 * HOUR,
		toAt: at + 24 * HOUR,
		timeZone: 'UTC',
		detail: {},
		publishedAt: at,
		...made
	});
	await orm.insert(tables.forecastIntervals).values({
		forecastId: `${site}-forecast`,
		queueId,
		startAt: Math.floor(at / (30 * MINUTE)) * 30 * MINUTE,
		offered: 10,
		p10: 5,
		p90: 15
	});
}

/** Leave that waits for a planner and leave that stands in a shift's way, an offer to oneself, an availability. */
export async function addRequests(orm: Orm, { site, agentId, at }: Made): Promise<void> {
	const date = (ms: number) => new Date(ms).toISOString().slice(0, 10);
	const leave = (id: string, state: 'asked' | 'approved', fromAt: number) => ({
		...{ id, agentId, kindId: 'holiday', isWholeDays: false, note: `${site} note`, state, createdAt: at },
		...{ fromAt, toAt: fromAt + HOUR, fromDate: date(fromAt), toDate: date(fromAt) }
	});
	await orm
		.insert(tables.leaveRequests)
		.values([
			leave(`${site}-leave`, 'asked', at + 240 * HOUR),
			leave(`${site}-leave-approved`, 'approved', at + HOUR)
		]);
	await orm.insert(tables.swapOffers).values({
		...{
			id: `${site}-offer`,
			agentId,
			takenBy: agentId,
			note: site,
			kind: 'cover' as const,
			state: 'accepted' as const
		},
		...{ startAt: at + 48 * HOUR, endAt: at + 56 * HOUR, createdAt: at, expiresAt: at + 36 * HOUR }
	});
	await orm
		.insert(tables.swapCandidates)
		.values({ offerId: `${site}-offer`, agentId, state: 'asked', rules: [], returns: [] });
	await orm.insert(tables.availabilities).values({
		...{ id: `${site}-availability`, agentId, validFrom: date(at + 48 * HOUR), ranges: [] },
		...{ note: site, state: 'asked' as const, createdAt: at }
	});
	await orm.insert(tables.shifts).values({
		...{ id: `${site}-later`, rosterId: `${site}-roster`, agentId, templateId: 't', breaks: [] },
		...{ startAt: at + 48 * HOUR, endAt: at + 56 * HOUR }
	});
}
