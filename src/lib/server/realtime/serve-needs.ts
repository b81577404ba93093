import { can } from '../access/index.ts';
import { runtime } from '../runtime.ts';
import type { Hub } from './attach-realtime.ts';

const ROOM = 'needs';

/** The contacts that need a person now to those who may see contacts: all on joining, then what changes. */
export function serveNeeds(hub: Hub): () => void {
	const { needs } = runtime();
	hub.on('connection', (socket) => {
		socket.on('needs:join', async (reply) => {
			if (typeof reply !== 'function') return;
			if (!can(socket.data.actor, 'contacts.view'))
				return reply({
					ok: false,
					error: 'Following contacts that need a person needs the right "contacts.view".'
				});
			await socket.join(ROOM);
			reply({ ok: true, needs: needs.snapshot() });
		});
	});
	return needs.listen((delta) => {
		if (hub.sockets.adapter.rooms.has(ROOM)) hub.to(ROOM).emit('needs:delta', delta);
	});
}
