import type { Socket } from 'socket.io';
import { z } from 'zod';
import type { FloorDelta } from '#lib/contracts/live.ts';
import { can } from '../access/index.ts';
import type { Scope } from '../context.ts';
import { ScopedFeed, type FloorFeed } from '../live/index.ts';
import { runtime } from '../runtime.ts';
import type { Hub, SocketData } from './attach-realtime.ts';
import { backlogBytes } from './backlog-bytes.ts';
import { PartRooms } from './part-rooms.ts';

const ROOM = 'floor';
/** A reader who has as much as this still to read gets no more, and the whole floor once the line is free again. */
const MAX_BACKLOG_BYTES = 4_000_000;
const place = z.object({ epoch: z.string().max(64), seq: z.int().min(0) }).nullable();

/**
 * The floor to those who may see it, or the part of it that they are for: a snapshot or the missed deltas on joining,
 * then each tick's delta.
 */
export function serveFloor(hub: Hub): () => void {
	const { centre, ctx } = runtime();
	const behind = new Set<string>();
	const rooms = new PartRooms(hub, ROOM);
	const feeds = new Map<string, ScopedFeed>();
	const partFeed = (scope: Scope): ScopedFeed => {
		let feed = feeds.get(scope.key);
		if (!feed) feeds.set(scope.key, (feed = new ScopedFeed(centre.feed, scope)));
		return feed;
	};
	const feedOf = ({ actor }: SocketData): Pick<FloorFeed, 'join' | 'snapshot'> =>
		actor.scope ? partFeed(actor.scope) : centre.feed;
	const readers = (room: string) => hub.sockets.adapter.rooms.get(room);
	const isWatched = (): boolean =>
		behind.size > 0 || hub.sockets.adapter.rooms.has(ROOM) || !rooms.parts().next().done;
	centre.isWatched = isWatched;
	const leave = (socket: Pick<Socket, 'id' | 'rooms' | 'leave'>) => {
		behind.delete(socket.id);
		for (const room of socket.rooms)
			if (room === ROOM || room.startsWith(`${ROOM} `)) void socket.leave(room);
	};

	hub.on('connection', (socket) => {
		socket.on('floor:join', async (since, reply) => {
			if (typeof reply !== 'function') return;
			if (!can(socket.data.actor, 'live.view'))
				return reply({ ok: false, error: 'Watching the floor needs the right "live.view".' });
			const parsed = place.safeParse(since);
			await socket.join(rooms.roomFor(socket.data.actor.scope));
			behind.delete(socket.id);
			reply(feedOf(socket.data).join(parsed.success ? parsed.data : null, ctx.now()));
		});
		socket.on('floor:leave', () => leave(socket));
		socket.on('disconnect', () => behind.delete(socket.id));
	});

	/** Who is too far behind to be told more. */
	const setAside = (room: string) => {
		for (const id of readers(room) ?? []) {
			const socket = hub.sockets.sockets.get(id);
			if (!socket || backlogBytes(socket) <= MAX_BACKLOG_BYTES) continue;
			behind.add(id);
			void socket.leave(room);
		}
	};
	const tellParts = (delta: FloorDelta) => {
		const told = new Set<string>();
		for (const [room, scope] of rooms.parts()) {
			told.add(scope.key);
			setAside(room);
			const feed = partFeed(scope);
			if (feed.scope === scope) hub.to(room).emit('floor:delta', feed.delta(delta));
			else {
				feed.scope = scope;
				hub.to(room).emit('floor:snapshot', feed.snapshot(ctx.now()));
			}
		}
		for (const key of feeds.keys()) if (!told.has(key) && behind.size === 0) feeds.delete(key);
	};
	return centre.listen((delta) => {
		for (const id of behind) {
			const socket = hub.sockets.sockets.get(id);
			if (socket && backlogBytes(socket) > 0) continue;
			behind.delete(id);
			if (!socket) continue;
			// This tick is in the snapshot already.
			socket.emit('floor:snapshot', feedOf(socket.data).snapshot(ctx.now()));
			setImmediate(() => void socket.join(rooms.roomFor(socket.data.actor.scope)));
		}
		setAside(ROOM);
		// Encoded once for the whole room; for nobody, not at all.
		if (hub.sockets.adapter.rooms.has(ROOM)) hub.to(ROOM).emit('floor:delta', delta);
		tellParts(delta);
	});
}
