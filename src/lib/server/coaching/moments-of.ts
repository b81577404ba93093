import { and, asc, eq, inArray } from 'drizzle-orm';
import { CAUSES, type Cause } from '#solver/coaching/index.ts';
import type { Moment } from '#lib/contracts/feed.ts';
import type { Context } from '../context.ts';
import { eventLog, messages, visits } from '../db/schema/index.ts';
import { findMoments } from './find-moments.ts';

const HELD = 'marea.contact.held';
const RESUMED = 'marea.contact.resumed';
const TRANSFERRED = 'marea.contact.transferred';

/**
 * The turns of a contact that show a behaviour; none where its words are not kept or the behaviour leaves no trace in
 * them. With `agentId` only from what that agent said and heard. For domains: rights are the caller's.
 */
export async function momentsOf(
	ctx: Context,
	contactId: string,
	cause: string,
	{ agentId = null, most = 2 }: { agentId?: string | null; most?: number } = {}
): Promise<Moment[]> {
	if (!(CAUSES as readonly string[]).includes(cause)) return [];
	const { orm } = ctx.db;
	const [stays, turns, events] = await Promise.all([
		orm.select().from(visits).where(eq(visits.contactId, contactId)).orderBy(asc(visits.ordinal)),
		orm.select().from(messages).where(eq(messages.contactId, contactId)).orderBy(asc(messages.ordinal)),
		orm
			.select({ type: eventLog.type, at: eventLog.at })
			.from(eventLog)
			.where(and(eq(eventLog.contact, contactId), inArray(eventLog.type, [HELD, RESUMED, TRANSFERRED])))
			.orderBy(asc(eventLog.at), asc(eventLog.seq))
	]);
	const own = stays.filter((stay) => stay.agentId !== null && (agentId === null || stay.agentId === agentId));
	if (own.length === 0) return [];
	const fromMs = Math.min(...own.map(({ leftAt, enteredAt }) => leftAt ?? enteredAt));
	const toMs = Math.max(...own.map(({ handledUntil }) => handledUntil ?? Infinity));
	// From the entry into the queue on: what a customer writes while waiting is what the agent reads first. What others
	// said before or in between is not this agent's.
	const within = ({ at }: { at: number }) =>
		own.some(({ enteredAt, handledUntil }) => at >= enteredAt && at <= (handledUntil ?? Infinity));
	const said = turns.filter((turn) => !turn.withBot && within(turn));
	const happened = events.filter(within);
	return findMoments(
		{
			fromMs,
			turns: said.toSorted((a, b) => a.at - b.at),
			holds: holdsIn(happened, toMs),
			transferredAt: happened.find(({ type }) => type === TRANSFERRED)?.at ?? null
		},
		cause as Cause,
		most
	);
}

function holdsIn(
	events: readonly { type: string; at: number }[],
	untilMs: number
): { fromMs: number; toMs: number }[] {
	const holds: { fromMs: number; toMs: number }[] = [];
	let since: number | null = null;
	for (const { type, at } of events) {
		if (type === HELD) since ??= at;
		else if (since !== null) {
			holds.push({ fromMs: since, toMs: at });
			since = null;
		}
	}
	// Left on hold to the end.
	if (since !== null && Number.isFinite(untilMs)) holds.push({ fromMs: since, toMs: untilMs });
	return holds;
}
