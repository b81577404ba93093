import { actorWithRole, agentAccount, openTestContext } from '../access/testing.ts';
import type { Actor, Context } from '../context.ts';
import {
	agents,
	agentSkills,
	contracts,
	queues,
	scheduleChanges,
	sites,
	skills,
	users,
	type ShiftPart
} from '../db/schema/index.ts';
import { listScheduled, recordChange } from '../rosters/index.ts';
import { insertPlan, publishRoster } from '../rosters/testing.ts';
import { answerOffer, listOffers, listOwnOffers, makeOffer, type OfferInput } from './index.ts';

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

/** Tuesday. */
export const START = Date.UTC(2026, 5, 2, 8);
export const END = START + 8 * HOUR;
export const SPAN = { fromMs: START - 24 * HOUR, toMs: END + 48 * HOUR };
export const supervisor = actorWithRole('supervisor');

/** The centre on the day before its shift, and what is done with offers in it. */
export async function openOffers() {
	const { ctx, clock, ...test } = await openTestContext();
	clock.at = START - 20 * HOUR;
	await addCentre(ctx, { startAt: START, endAt: END });
	/** Two hours after the shift, for all of the three who work that day, unless said otherwise. */
	const make = (input: Partial<OfferInput> = {}) =>
		makeOffer(ctx, supervisor, {
			...{ kind: 'overtime', agentIds: ['ana', 'ben', 'cai'], fromAt: END, toAt: END + 2 * HOUR },
			...{ places: 1, expiresAt: START, ...input }
		});
	return {
		...{ ...test, ctx, clock, make },
		async offered(input: Partial<OfferInput> = {}): Promise<string> {
			const made = await make(input);
			if (made.status !== 'made') throw new Error(`Nobody was asked: ${JSON.stringify(made)}`);
			return made.id;
		},
		accept: (actor: Actor, id: string) => answerOffer(ctx, actor, { id, answer: 'accept' }),
		decline: (actor: Actor, id: string) => answerOffer(ctx, actor, { id, answer: 'decline' }),
		shiftsOf: async (agentId: string) =>
			((await listScheduled(ctx, supervisor, SPAN))[agentId] ?? []).map(({ startAt, endAt }) => [
				(startAt - START) / HOUR,
				(endAt - START) / HOUR
			]),
		changes: () => ctx.db.orm.select().from(scheduleChanges),
		list: () => listOffers(ctx, supervisor, SPAN),
		own: async (actor: Actor) => (await listOwnOffers(ctx, actor))!,
		/** Somebody is called in so early on the day after that two hours more leave less than the rest. */
		callInEarly: (agentId: string) =>
			recordChange(ctx, supervisor, {
				...{ agentId, kind: 'called', reason: 'short' },
				...{ fromAt: END + 12 * HOUR, toAt: END + 16 * HOUR }
			})
	};
}
