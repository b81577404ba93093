import {
	agents,
	agentSkills,
	contracts,
	queues,
	rosters,
	shifts,
	sites,
	skills
} from '#lib/server/db/schema/index.ts';
import type { Database } from '#lib/server/db/open-database.ts';
import type { IncomingEvent } from '#lib/contracts/events.ts';

const MINUTE = 60_000;
const GRID = 5 * MINUTE;
const PEOPLE = Array.from({ length: 8 }, (_, a) => ({ id: `p${a + 1}`, name: `Person ${a + 1}` }));
const QUEUE = 'rush';
/** Of the hour before. */
const CALLS = 50;

export interface RushCentre {
	/** When five of the eight go on a break of a quarter of an hour. */
	breakAt: number;
}

/**
 * A centre of one queue at the site that there is: eight people whom a published roster has at work, of
 * whom five go on their break at once in some twenty minutes; then the other three are too few.
 */
export async function seedRush({ orm }: Database, nowMs: number): Promise<RushCentre> {
	const breakAt = Math.ceil((nowMs + 20 * MINUTE) / GRID) * GRID;
	const hour = (count: number) => Math.floor(nowMs / GRID) * GRID + count * 60 * MINUTE;
	const at = { createdAt: 0 };
	const [site] = await orm.select().from(sites);
	const siteId = site!.id;
	await orm.insert(skills).values({ id: QUEUE, name: 'Rush' });
	await orm
		.insert(queues)
		.values({ id: QUEUE, siteId, name: 'Rush', channel: 'voice', skillId: QUEUE, ...at });
	await orm.insert(contracts).values({
		...{ id: 'c', name: 'Full time', minHoursPerWeek: 0, maxHoursPerWeek: 40, maxHoursPerDay: 9 },
		...{ minRestHours: 12, maxConsecutiveDays: 6, minDaysOffPerWeek: 1 }
	});
	await orm.insert(agents).values(PEOPLE.map((one) => ({ ...one, siteId, contractId: 'c', ...at })));
	await orm
		.insert(agentSkills)
		.values(PEOPLE.map(({ id }) => ({ agentId: id, skillId: QUEUE, proficiency: 0.8 })));
	const day = { fromAt: hour(-3), toAt: hour(4) };
	await orm.insert(rosters).values({
		...{ id: 'r', name: 'Today', status: 'published', problem: {}, result: {}, timeZone: 'UTC' },
		...{ createdBy: 'x', createdAt: 0, ...day }
	});
	await orm.insert(shifts).values(
		PEOPLE.map(({ id: agentId }, a) => ({
			...{ id: agentId, rosterId: 'r', agentId, templateId: 't', startAt: day.fromAt, endAt: day.toAt },
			breaks:
				a < 5
					? [{ startAt: breakAt, endAt: breakAt + 15 * MINUTE, isPaid: true, kind: 'break' as const }]
					: []
		}))
	);
	return { breakAt };
}

/** Calls of the hour before, evenly, each of five minutes, answered at once by one after another. */
export function rushHour(nowMs: number): Pick<IncomingEvent, 'id' | 'type' | 'at' | 'data'>[] {
	const event = (id: string, type: string, at: number, data: object) => ({
		id,
		type,
		at,
		data: data as IncomingEvent['data']
	});
	const calls = Array.from({ length: CALLS }, (_, i) => {
		const at = nowMs - (CALLS - i) * (60 / CALLS) * MINUTE;
		const contact = { contact: `call-${i}`, queue: QUEUE, channel: 'voice' };
		const taken = { ...contact, agent: PEOPLE[i % PEOPLE.length]!.id };
		const ends = at + 5 * MINUTE;
		return [
			event(`q${i}`, 'marea.contact.queued', at, contact),
			event(`a${i}`, 'marea.contact.answered', at + 5_000, taken),
			...(ends < nowMs ? [event(`e${i}`, 'marea.contact.ended', ends, taken)] : [])
		];
	});
	const states = PEOPLE.map(({ id }) =>
		event(`s-${id}`, 'marea.agent.state', nowMs - 61 * MINUTE, { agent: id, state: 'available' })
	);
	return [...states, ...calls.flat()];
}
