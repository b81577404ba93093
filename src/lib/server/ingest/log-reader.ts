import type { Context } from '../context.ts';
import { readStubs, type LogReader } from '../live/index.ts';
import { readContacts, readEvents } from './event-log.ts';

/** The event log as the live engine reads it back. */
export const logReader = (ctx: Context): LogReader => ({
	readContacts: (ids, uptoSeq) => readContacts(ctx, ids, uptoSeq),
	readStubs: (ids) =>
		readStubs(ctx.db.client, 'c.id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)]),
	readAfter: (seq, limit) => readEvents(ctx, 'seq > ?', [seq], limit),
	readAgentStates: (agent, fromMs, uptoSeq) =>
		readEvents(
			ctx,
			`agent = ?1 AND type = 'marea.agent.state' AND seq <= ?3 AND at >= coalesce(
				(SELECT max(at) FROM event_log WHERE agent = ?1 AND type = 'marea.agent.state' AND seq <= ?3 AND at <= ?2), ${-Number.MAX_SAFE_INTEGER})`,
			[agent, fromMs, uptoSeq]
		)
});
