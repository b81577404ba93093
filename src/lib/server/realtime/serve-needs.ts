import { can } from '../access/index.ts';
import { runtime } from '../runtime.ts';
import type { Hub } from './attach-realtime.ts';
import { PartRooms } from './part-rooms.ts';

const ROOM = 'needs';

/** The contacts that need a person now to those who may see contacts: all on joining, then what changes. */
export function serveNeeds(hub: Hub): () => void {
	const { needs } = runtime();
	const rooms = new PartRooms(hub, ROOM);
	hub.on('connection', (socket) => {
		socket.on('needs:join', async (reply) => {
			if (typeof reply !== 'function') return;
			if (!can(socket.data.actor, 'contacts.view'))
				return reply({
					ok: false,
					error: 'Following contacts that need a person needs the right "contacts.view".'
				});
			const { scope } = socket.data.actor;
			await socket.join(rooms.roomFor(scope));
			reply({ ok: true, needs: scope ? needs.part(scope).snapshot() : needs.snapshot() });
		});
	});
	const stop = needs.listen((delta) => {
		if (hub.sockets.adapter.rooms.has(ROOM)) hub.to(ROOM).emit('needs:delta', delta);
	});
	const stopParts = needs.onTick(() => {
		const seen = new Set<string>();
		for (const [room, scope] of rooms.parts()) {
			seen.add(scope.key);
			const delta = needs.part(scope).advance();
			if (delta) hub.to(room).emit('needs:delta', delta);
		}
		needs.forgetParts(seen);
	});
	return () => {
		stop();
		stopParts();
	};
}
