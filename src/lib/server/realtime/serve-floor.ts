import { z } from 'zod';
import { can } from '../access/index.ts';
import { runtime } from '../runtime.ts';
import type { Hub } from './attach-realtime.ts';

const ROOM = 'floor';
const place = z.object({ epoch: z.string().max(64), seq: z.int().min(0) }).nullable();

/** The floor to those who may see it: a snapshot or the missed deltas on joining, then each tick's delta. */
export function serveFloor(hub: Hub): () => void {
	const { centre, ctx } = runtime();
	hub.on('connection', (socket) => {
		socket.on('floor:join', async (since, reply) => {
			if (typeof reply !== 'function') return;
			if (!can(socket.data.actor, 'live.view'))
				return reply({ ok: false, error: 'Watching the floor needs the right "live.view".' });
			const parsed = place.safeParse(since);
			await socket.join(ROOM);
			reply(centre.feed.join(parsed.success ? parsed.data : null, ctx.now()));
		});
		socket.on('floor:leave', () => void socket.leave(ROOM));
	});
	return centre.listen((delta) => hub.to(ROOM).emit('floor:delta', delta));
}
