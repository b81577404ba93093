import { readEvents } from '../ingest/index.ts';
import { compareEvents } from '../live/index.ts';
import type { Context } from '../context.ts';
import type { LoggedEvent } from '#lib/contracts/events.ts';

/** Enough for any real contact; one that a faulty source floods is cut. */
const MOST_EVENTS = 5_000;

/** A contact's events in the order in which things happened. */
export async function readContactEvents(ctx: Context, contactId: string): Promise<LoggedEvent[]> {
	const events = await readEvents(ctx, 'contact = ?', [contactId], MOST_EVENTS);
	return events.sort(compareEvents);
}

/** The events of several contacts, each contact's in its order. */
export async function readEventsOf(
	ctx: Context,
	ids: readonly string[]
): Promise<Map<string, LoggedEvent[]>> {
	const byContact = new Map<string, LoggedEvent[]>();
	if (ids.length === 0) return byContact;
	const events = await readEvents(ctx, 'contact IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)]);
	for (const event of events.sort(compareEvents)) {
		const id = event.data.contact!;
		const list = byContact.get(id);
		if (list) list.push(event);
		else byContact.set(id, [event]);
	}
	return byContact;
}
