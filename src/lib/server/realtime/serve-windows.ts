import { z } from 'zod';
import { can } from '../access/index.ts';
import { InvalidWindow, parseWindow, WindowFeed, windowKey } from '../live/index.ts';
import { log } from '../log.ts';
import { runtime } from '../runtime.ts';
import type { Hub } from './attach-realtime.ts';
import { backlogBytes } from './backlog-bytes.ts';

const ROOM = 'windows:';
const EVERY_MS = 1_000;
/** Who has as much as this still to read misses a delta, and asks for the whole when the next does not follow. */
const MAX_BACKLOG_BYTES = 1_000_000;
const name = z.string().max(40);

/** The floor over the window that each reader has chosen: a snapshot, then each second what changed. */
export function serveWindows(hub: Hub): () => void {
	const { centre, ctx } = runtime();
	const feeds = new Map<string, WindowFeed>();

	hub.on('connection', (socket) => {
		const leave = () => {
			for (const room of socket.rooms) if (room.startsWith(ROOM)) void socket.leave(room);
		};
		socket.on('windows:join', async (window, reply) => {
			if (typeof reply !== 'function') return;
			if (!can(socket.data.actor, 'live.view'))
				return reply({ ok: false, error: 'Watching the floor needs the right "live.view".' });
			leave();
			try {
				const chosen = parseWindow(name.parse(window), ctx.now());
				const { scope = null } = socket.data.actor;
				// Readers of one part share what is read for them.
				const key = windowKey(chosen) + (scope ? ` ${scope.key}` : '');
				let feed = feeds.get(key);
				if (!feed) feeds.set(key, (feed = new WindowFeed(centre.state, chosen, scope)));
				await socket.join(ROOM + key);
				reply({ ok: true, windows: feed.snapshot(ctx.now()) });
			} catch (error) {
				if (!(error instanceof InvalidWindow || error instanceof z.ZodError))
					log.error({ err: error }, 'reading a window for a socket failed');
				reply({
					ok: false,
					error: error instanceof InvalidWindow ? error.message : 'The window could not be read.'
				});
			}
		});
		socket.on('windows:leave', leave);
	});

	const timer = setInterval(() => {
		for (const [key, feed] of feeds) {
			const readers = hub.sockets.adapter.rooms.get(ROOM + key);
			if (!readers?.size) {
				feeds.delete(key);
				continue;
			}
			const [first] = readers;
			feed.scope = (first && hub.sockets.sockets.get(first)?.data.actor.scope) || null;
			const delta = feed.tick(ctx.now());
			if (!delta) continue;
			const slow = [...readers].filter((id) => {
				const socket = hub.sockets.sockets.get(id);
				return socket && backlogBytes(socket) > MAX_BACKLOG_BYTES;
			});
			hub
				.to(ROOM + key)
				.except(slow)
				.emit('windows:delta', delta);
		}
	}, EVERY_MS);
	return () => clearInterval(timer);
}
