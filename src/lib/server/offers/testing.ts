import type { Context } from '../context.ts';
import { agentAccount } from '../access/testing.ts';
import {
	agents,
	agentSkills,
	contracts,
	queues,
	sites,
	skills,
	users,
	type ShiftPart
} from '../db/schema/index.ts';
import { insertPlan, publishRoster } from '../rosters/testing.ts';

export const HOUR = 3_600_000;
export const MINUTE = 60_000;

/**
 * A centre of Ana, Ben and Cai on a contract of 6 to 40 hours a week, 10 a day and 12 of rest, each with the same shift,
 * and Dan, who is free; a plan asks for four in each half hour of the shift and two more hours.
 */
export async function addCentre(
	ctx: Context,
	{ startAt, endAt, timeZone = 'UTC' }: { startAt: number; endAt: number; timeZone?: string },
	breaks: ShiftPart[] = []
): Promise<void> {
	const { orm } = ctx.db;
	const people = ['ana', 'ben', 'cai', 'dan'];
	await orm.insert(sites).values({ id: 'main', name: 'Main', timeZone, createdAt: 0 });
	await orm.insert(skills).values({ id: 'calls', name: 'Calls' });
	await orm.insert(contracts).values({
		...{ id: 'c', name: 'C', minHoursPerWeek: 6, maxHoursPerWeek: 40, maxHoursPerDay: 10 },
		...{ minRestHours: 12, maxConsecutiveDays: 6, minDaysOffPerWeek: 1 }
	});
	await orm
		.insert(agents)
		.values(people.map((id) => ({ id, siteId: 'main', contractId: 'c', name: id, createdAt: 0 })));
	await orm.insert(agentSkills).values(people.map((agentId) => ({ agentId, skillId: 'calls' })));
	await orm.insert(queues).values({
		...{ id: 'billing', siteId: 'main', name: 'Billing', channel: 'voice', skillId: 'calls', createdAt: 0 }
	});
	await orm.insert(users).values([
		...people.map((id) => agentAccount(id)),
		{
			...agentAccount('test-supervisor'),
			id: 'test-supervisor',
			role: 'supervisor' as const,
			agentId: null
		}
	]);
	const span = { fromAt: startAt, toAt: endAt + 2 * HOUR };
	await insertPlan(ctx, span, {
		queueId: 'billing',
		startAt,
		intervalSeconds: 1_800,
		agents: Array.from({ length: (span.toAt - startAt) / (HOUR / 2) }, () => 4),
		agentsWithShrinkage: 4
	});
	await publishRoster(ctx, { ...span, timeZone }, ['ana', 'ben', 'cai'], {
		...{ startAt, endAt },
		breaksOf: () => breaks
	});
}
