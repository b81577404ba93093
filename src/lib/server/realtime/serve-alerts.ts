import { can } from '../access/index.ts';
import { listAlerts } from '../alerts/index.ts';
import { log } from '../log.ts';
import { runtime } from '../runtime.ts';
import type { Hub } from './attach-realtime.ts';
import { PartRooms } from './part-rooms.ts';

const ROOM = 'alerts';

/** The open alerts to those who may see them: all of them on joining, and again whenever something changed. */
export function serveAlerts(hub: Hub): () => void {
	const { ctx, watch } = runtime();
	const rooms = new PartRooms(hub, ROOM);
	hub.on('connection', (socket) => {
		socket.on('alerts:join', async (reply) => {
			if (typeof reply !== 'function') return;
			const { actor } = socket.data;
			if (!can(actor, 'alerts.view'))
				return reply({ ok: false, error: 'Following alerts needs the right "alerts.view".' });
			try {
				await socket.join(rooms.roomFor(actor.scope));
				reply({ ok: true, open: await listAlerts(ctx, actor, { openOnly: true }) });
			} catch (error) {
				log.error({ err: error }, 'reading the open alerts for a socket failed');
				reply({ ok: false, error: 'The open alerts could not be read.' });
			}
		});
	});
	return watch.alerts.listen((open) => {
		hub.to(ROOM).emit('alerts:open', open);
		for (const [room, { queues }] of rooms.parts())
			hub.to(room).emit(
				'alerts:open',
				open.filter(({ queueId }) => queues.has(queueId))
			);
	});
}
