import { z } from 'zod';
import { can } from '../access/index.ts';
import { runtime } from '../runtime.ts';
import type { Hub } from './attach-realtime.ts';
import { backlogBytes } from './backlog-bytes.ts';

const ROOM = 'floor';
/** A reader who has as much as this still to read gets no more, and the whole floor once the line is free again. */
const MAX_BACKLOG_BYTES = 4_000_000;
const place = z.object({ epoch: z.string().max(64), seq: z.int().min(0) }).nullable();

/** The floor to those who may see it: a snapshot or the missed deltas on joining, then each tick's delta. */
export function serveFloor(hub: Hub): () => void {
	const { centre, ctx } = runtime();
	const behind = new Set<string>();
	centre.isWatched = () => behind.size > 0 || hub.sockets.adapter.rooms.has(ROOM);
	hub.on('connection', (socket) => {
		socket.on('floor:join', async (since, reply) => {
			if (typeof reply !== 'function') return;
			if (!can(socket.data.actor, 'live.view'))
				return reply({ ok: false, error: 'Watching the floor needs the right "live.view".' });
			const parsed = place.safeParse(since);
			await socket.join(ROOM);
			behind.delete(socket.id);
			reply(centre.feed.join(parsed.success ? parsed.data : null, ctx.now()));
		});
		socket.on('floor:leave', () => {
			behind.delete(socket.id);
			void socket.leave(ROOM);
		});
		socket.on('disconnect', () => behind.delete(socket.id));
	});
	return centre.listen((delta) => {
		for (const id of behind) {
			const socket = hub.sockets.sockets.get(id);
			if (socket && backlogBytes(socket) > 0) continue;
			behind.delete(id);
			if (!socket) continue;
			// This tick is in the snapshot already.
			socket.emit('floor:snapshot', centre.feed.snapshot(ctx.now()));
			setImmediate(() => void socket.join(ROOM));
		}
		for (const id of hub.sockets.adapter.rooms.get(ROOM) ?? []) {
			const socket = hub.sockets.sockets.get(id);
			if (!socket || backlogBytes(socket) <= MAX_BACKLOG_BYTES) continue;
			behind.add(id);
			void socket.leave(ROOM);
		}
		// Encoded once for the whole room; for nobody, not at all.
		if (hub.sockets.adapter.rooms.has(ROOM)) hub.to(ROOM).emit('floor:delta', delta);
	});
}
