import { agents, agentSkills, contracts, queues, sites, skills } from '#lib/server/db/schema/index.ts';
import type { Database } from '#lib/server/db/open-database.ts';
import { publishRoster } from '#lib/server/rosters/testing.ts';
import type { IncomingEvent } from '#lib/contracts/events.ts';

const MINUTE = 60_000;
const GRID = 5 * MINUTE;
const PEOPLE = [...'ABCDEFGHIJKLMNOP'].map((letter) => ({ id: letter, name: `Person ${letter}` }));
/** They go on their break at once; the others are too few. */
export const AT_ONCE = 'ABCDEFGHI';
const QUEUE = 'rush';
/** An hour, evenly. */
const CALLS = 110;
const CALL_MS = 5 * MINUTE;

export interface RushCentre {
	/** When nine of the sixteen go on a break of a quarter of an hour. */
	breakAt: number;
}

/**
 * A centre of one queue at the site that there is, with a high target: sixteen people whom a published roster has at work,
 * of whom nine go on their break at once in some twenty minutes; then the other seven are too few.
 */
export async function seedRush(db: Database, nowMs: number): Promise<RushCentre> {
	const { orm } = db;
	const breakAt = Math.ceil((nowMs + 20 * MINUTE) / GRID) * GRID;
	const hour = (count: number) => Math.floor(nowMs / GRID) * GRID + count * 60 * MINUTE;
	const at = { createdAt: 0 };
	const [site] = await orm.select().from(sites);
	const siteId = site!.id;
	await orm.insert(skills).values({ id: QUEUE, name: 'Rush' });
	await orm.insert(queues).values({
		...{ id: QUEUE, siteId, name: 'Rush', channel: 'voice' as const, skillId: QUEUE },
		...{ serviceLevelShare: 0.95, ...at }
	});
	await orm.insert(contracts).values({
		...{ id: 'c', name: 'Full time', minHoursPerWeek: 0, maxHoursPerWeek: 40, maxHoursPerDay: 9 },
		...{ minRestHours: 12, maxConsecutiveDays: 6, minDaysOffPerWeek: 1 }
	});
	await orm.insert(agents).values(PEOPLE.map((one) => ({ ...one, siteId, contractId: 'c', ...at })));
	await orm
		.insert(agentSkills)
		.values(PEOPLE.map(({ id }) => ({ agentId: id, skillId: QUEUE, proficiency: 0.8 })));
	const ids = PEOPLE.map(({ id }) => id);
	const day = { startAt: hour(-3), endAt: hour(4) };
	const pause = { startAt: breakAt, endAt: breakAt + 15 * MINUTE, isPaid: true, kind: 'break' as const };
	await publishRoster({ db }, { fromAt: day.startAt, toAt: day.endAt }, ids, {
		...day,
		breaksOf: (id) => (AT_ONCE.includes(id) ? [pause] : [])
	});
	return { breakAt };
}

export type Told = Pick<IncomingEvent, 'id' | 'type' | 'at' | 'data'>;

const event = (id: string, type: string, at: number, data: object): Told => ({
	...{ id, type, at },
	data: data as IncomingEvent['data']
});

/** Everybody is there, and the hour before `nowMs` has had its calls. */
export const rushHour = (nowMs: number): Told[] => [
	...PEOPLE.map(({ id }) =>
		event(`s-${id}`, 'marea.agent.state', nowMs - 61 * MINUTE, { agent: id, state: 'available' })
	),
	...rushCalls(nowMs, -Infinity, nowMs)
];

/**
 * What is told from one moment to another of calls that come evenly from the hour before `sinceMs` on, each of five
 * minutes with the work after it, answered at once by one after another; in order of time. All that a switchboard tells
 * of a call: a source of which more than half of the latest events are old is taken for a replay of that time.
 */
export function rushCalls(sinceMs: number, fromMs: number, toMs: number): Told[] {
	const events: Told[] = [];
	const firstAt = sinceMs - 60 * MINUTE;
	for (let i = 0; firstAt + (i * 60 * MINUTE) / CALLS < toMs; i++) {
		const at = firstAt + (i * 60 * MINUTE) / CALLS;
		const contact = { contact: `call-${i}`, queue: QUEUE, channel: 'voice' };
		const taken = { ...contact, agent: PEOPLE[i % PEOPLE.length]!.id };
		events.push(
			event(`c${i}`, 'marea.contact.started', at, contact),
			event(`q${i}`, 'marea.contact.queued', at, contact),
			event(`a${i}`, 'marea.contact.answered', at + 5_000, taken),
			event(`e${i}`, 'marea.contact.ended', at + CALL_MS - 20_000, taken),
			event(`w${i}`, 'marea.contact.wrapped', at + CALL_MS, taken)
		);
	}
	return events.filter(({ at }) => at >= fromMs && at < toMs).sort((a, b) => a.at - b.at);
}
