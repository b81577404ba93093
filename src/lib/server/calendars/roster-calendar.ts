import type { Locale } from '#lib/paraglide/runtime.js';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { readRosterGrid } from '../rosters/index.ts';
import { writeCalendar } from './write-calendar.ts';

/**
 * One agent's shifts of a roster, draft or published, as iCalendar text to look at or hand out. Null when there is no such
 * roster, or nobody of that id in it.
 */
export async function rosterCalendar(
	ctx: Context,
	actor: Actor,
	rosterId: string,
	agentId: string,
	locale: Locale
): Promise<string | null> {
	requireRight(actor, 'roster.view', { whole: true });
	const roster = await readRosterGrid(ctx, actor, rosterId);
	const agent = roster?.agents.find(({ id }) => id === agentId);
	if (!roster || !agent) return null;
	return writeCalendar({
		siteName: `${roster.head.name}, ${agent.name}`,
		// Of this roster and person: imported files and the private calendar stand beside each other.
		mark: [rosterId, agentId].map(encodeURIComponent).join('-'),
		timeZone: roster.head.timeZone,
		locale,
		nowMs: ctx.now(),
		// A file to look at: nobody follows it.
		revisions: new Map(),
		shifts: roster.shifts.filter((shift) => shift.agentId === agentId),
		sessions: []
	});
}
