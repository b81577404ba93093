import type { Context } from '../context.ts';
import {
	agents,
	agentSkills,
	forecastIntervals,
	forecasts,
	queues,
	sites,
	skills
} from '../db/schema/index.ts';

export const HOUR_MS = 3_600_000;
/** A Monday. */
export const MONDAY = Date.UTC(2026, 0, 5);

/**
 * Two lines of calls and one of letters, open from 9 to 17 in UTC, for two days of half-hours; two people who take
 * calls of one line, two of the other, three of both, and two who write.
 */
export async function seedTestCentre({ db: { orm }, now }: Context): Promise<void> {
	const createdAt = now();
	const hours = Array.from({ length: 7 }, (_, weekday) => ({ weekday, fromMinute: 540, toMinute: 1020 }));
	await orm
		.insert(sites)
		.values({ id: 'main', name: 'Main', timeZone: 'UTC', openingHours: hours, createdAt })
		.onConflictDoNothing();
	await orm.insert(skills).values(['sales', 'help', 'letters'].map((id) => ({ id, name: id })));
	const queue = { siteId: 'main', createdAt, channel: 'voice' as const };
	await orm.insert(queues).values([
		{ ...queue, id: 'sales', name: 'Sales', skillId: 'sales', patienceSeconds: 180 },
		{ ...queue, id: 'help', name: 'Help', skillId: 'help' },
		{
			...queue,
			id: 'letters',
			name: 'Letters',
			skillId: 'letters',
			channel: 'email',
			serviceLevelThresholdSeconds: 14_400
		}
	]);
	const known = [
		...Array<string[]>(2).fill(['sales']),
		...Array<string[]>(2).fill(['help']),
		...Array<string[]>(3).fill(['sales', 'help']),
		...Array<string[]>(2).fill(['letters'])
	];
	await orm
		.insert(agents)
		.values(known.map((_, i) => ({ id: `a${i}`, siteId: 'main', name: `Agent ${i}`, createdAt })));
	await orm
		.insert(agentSkills)
		.values(known.flatMap((ids, i) => ids.map((skillId) => ({ agentId: `a${i}`, skillId }))));
	await orm.insert(forecasts).values({
		id: 'forecast',
		name: 'Two days',
		intervalSeconds: 1800,
		fromAt: MONDAY + 9 * HOUR_MS,
		toAt: MONDAY + 41 * HOUR_MS,
		timeZone: 'UTC',
		detail: { sales: {}, help: {}, letters: {} },
		createdBy: 'system',
		createdAt
	});
	const starts = [0, 24].flatMap((day) =>
		Array.from({ length: 16 }, (_, half) => MONDAY + (day + 9 + half / 2) * HOUR_MS)
	);
	const offered = { sales: 12, help: 10, letters: 4 };
	await orm.insert(forecastIntervals).values(
		Object.entries(offered).flatMap(([queueId, count]) =>
			starts.map((startAt) => ({
				forecastId: 'forecast',
				queueId,
				startAt,
				offered: count,
				p10: count * 0.6,
				p90: count * 1.4,
				ahtSeconds: queueId === 'letters' ? 300 : 240
			}))
		)
	);
}
