import { listenNotices, listNotices } from '../notices/index.ts';
import { log } from '../log.ts';
import { runtime } from '../runtime.ts';
import type { Hub } from './attach-realtime.ts';

/** A room of one person: `user:ID`, which is the actor's id; nothing that a socket sends chooses it. */
const isPerson = (actorId: string): boolean => actorId.startsWith('user:');

/** A person's own notices to that person's sockets. */
export function serveNotices(hub: Hub): () => void {
	const { ctx } = runtime();
	hub.on('connection', (socket) => {
		socket.on('notices:join', async (reply) => {
			if (typeof reply !== 'function') return;
			const { actor } = socket.data;
			if (!isPerson(actor.id))
				return reply({ ok: false, error: 'Notices are told to people: sign in with an account.' });
			try {
				await socket.join(actor.id);
				reply({ ok: true, list: await listNotices(ctx, actor) });
			} catch (error) {
				log.error({ err: error }, 'reading the notices for a socket failed');
				reply({ ok: false, error: 'The notices could not be read.' });
			}
		});
	});
	return listenNotices((userIds) => {
		for (const id of userIds.map((userId) => `user:${userId}`)) {
			if (!hub.sockets.adapter.rooms.has(id)) continue;
			listNotices(ctx, { id }).then(
				(list) => hub.to(id).emit('notices:list', list),
				(error: unknown) => log.error({ err: error }, 'a notice could not be pushed')
			);
		}
	});
}
