import { parseProblem, type RosterProblem } from '#solver/rostering/index.ts';
import { actorWithRole, agentAccount, openTestContext } from '../access/testing.ts';
import type { Context } from '../context.ts';
import { agents, rosters, shifts, sites, users } from '../db/schema/index.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Midnight of Monday, 7 December 2026, in Madrid. */
export const MONDAY = Date.UTC(2026, 11, 6, 23);
/** An hour of a day of that week (0 is Monday). */
export const at = (day: number, hour: number): number => MONDAY + day * DAY + hour * HOUR;

export const PLANNER = actorWithRole('planner');

/** A centre in Madrid with ana and ben, who have accounts, and eva, who has none; it is the Thursday before. */
export async function openPublishing() {
	const test = await openTestContext();
	test.clock.at = MONDAY - 4 * DAY + 10 * HOUR;
	const { orm } = test.ctx.db;
	await orm.insert(sites).values({ id: 'main', name: 'Main', timeZone: 'Europe/Madrid', createdAt: 1 });
	await orm
		.insert(agents)
		.values(['ana', 'ben', 'eva'].map((id) => ({ id, siteId: 'main', name: id, createdAt: 1 })));
	await orm.insert(users).values(['ana', 'ben'].map((id) => agentAccount(id)));
	return test;
}

/** Shifts of eight hours that begin at a whole hour. */
export const problemOf = (people: readonly string[]): RosterProblem =>
	parseProblem({
		version: 1,
		horizon: { start: '2026-12-07', days: 7 },
		intervalMinutes: 30,
		agents: people.map((id) => ({
			id,
			contract: { minHoursPerWeek: 0, maxHoursPerWeek: 40, minRestHours: 12, maxConsecutiveDays: 6 }
		})),
		shifts: [6, 8, 9, 10, 14, 22].map((hour) => ({
			id: `from ${hour}`,
			startMinute: hour * 60,
			lengthMinutes: 480,
			breaks: [{ offsetMinute: 240, lengthMinutes: 30, paid: false, kind: 'lunch' }]
		})),
		demand: [{ day: 0, from: '09:00', agents: 1 }]
	});

/** A draft of that week: by person, the hour at which the shift of each day begins; null is off. */
export async function insertDraft(
	{ db: { orm } }: Context,
	id: string,
	hours: Record<string, readonly (number | null)[]>
): Promise<void> {
	await orm.insert(rosters).values({
		id,
		name: `Roster ${id}`,
		fromAt: MONDAY,
		toAt: MONDAY + 7 * DAY,
		timeZone: 'Europe/Madrid',
		problem: problemOf(Object.keys(hours)),
		result: { status: 'feasible', lowerBound: null, violations: [], reasons: [] },
		createdBy: 'user:test-planner',
		createdAt: 1
	});
	const rows = Object.entries(hours).flatMap(([agentId, days]) =>
		days.flatMap((hour, day) =>
			hour === null
				? []
				: [
						{
							id: `${id} ${agentId} ${day}`,
							rosterId: id,
							agentId,
							templateId: `from ${hour}`,
							startAt: at(day, hour),
							endAt: at(day, hour + 8),
							breaks: [
								{
									startAt: at(day, hour + 4),
									endAt: at(day, hour + 4.5),
									isPaid: false,
									kind: 'lunch' as const
								}
							]
						}
					]
		)
	);
	if (rows.length > 0) await orm.insert(shifts).values(rows);
}
