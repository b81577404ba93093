import { z } from 'zod';
import { can, scopeOf } from '../access/index.ts';
import { log } from '../log.ts';
import { listenRosterEdits, listRosterEdits } from '../rosters/index.ts';
import { runtime } from '../runtime.ts';
import type { Hub } from './attach-realtime.ts';

const Wanted = z.object({ rosterId: z.string().min(1).max(200), since: z.int().min(0) });
const roomOf = (rosterId: string): string => `roster:${rosterId}`;

/** The edits of a roster to those who have it open: what they have missed on joining, then each as it is made. */
export function serveRosters(hub: Hub): () => void {
	const { ctx } = runtime();
	hub.on('connection', (socket) => {
		socket.on('roster:join', async (rosterId, since, reply) => {
			if (typeof reply !== 'function') return;
			const { actor } = socket.data;
			const wanted = Wanted.safeParse({ rosterId, since });
			if (!wanted.success || !can(actor, 'roster.view') || scopeOf(actor))
				return reply({ ok: false, error: 'Following a roster needs the right "roster.view" for all of it.' });
			try {
				await socket.join(roomOf(wanted.data.rosterId));
				const edits = await listRosterEdits(ctx, actor, wanted.data.rosterId, wanted.data.since);
				reply({ ok: true, since: edits });
			} catch (error) {
				log.error({ err: error }, 'reading the edits of a roster for a socket failed');
				reply({ ok: false, error: 'The edits could not be read.' });
			}
		});
	});
	return listenRosterEdits((edit) => hub.to(roomOf(edit.rosterId)).emit('roster:edited', edit));
}
