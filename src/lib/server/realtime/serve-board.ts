import { can, scopeOf } from '../access/index.ts';
import { boardQueues, queuesSeen, readBoard } from '../kiosks/index.ts';
import { runtime } from '../runtime.ts';
import type { Hub } from './attach-realtime.ts';

const ROOM = 'board:';
const EVERY_MS = 1_000;

/** Wallboards: all numbers on joining, then each second the clock, the site and the queues that changed. */
export function serveBoard(hub: Hub): () => void {
	const { centre } = runtime();
	const boards = new Map<string, { queues: readonly string[]; within: boolean; sent: Map<string, string> }>();

	hub.on('connection', (socket) => {
		socket.on('board:join', async (asked, reply) => {
			if (typeof reply !== 'function') return;
			const { actor, kiosk } = socket.data;
			const parsed = boardQueues.safeParse(asked);
			const queues = kiosk
				? kiosk.board.queues
				: can(actor, 'live.view') && parsed.success && queuesSeen(actor, parsed.data);
			if (!queues)
				return reply({ ok: false, error: 'A wallboard needs a kiosk link or the right "live.view".' });
			const within = kiosk ? (kiosk.board.within ?? false) : scopeOf(actor) !== null;
			const room = ROOM + JSON.stringify([queues, within]);
			for (const other of socket.rooms)
				if (other.startsWith(ROOM) && other !== room) void socket.leave(other);
			if (!boards.has(room)) boards.set(room, { queues, within, sent: new Map() });
			await socket.join(room);
			reply({ ok: true, numbers: readBoard(centre, queues, within) });
		});
	});

	const timer = setInterval(() => {
		for (const [room, { queues, within, sent }] of boards) {
			if (!hub.sockets.adapter.rooms.has(room)) {
				boards.delete(room);
				continue;
			}
			const numbers = readBoard(centre, queues, within);
			const changed = numbers.queues.filter((queue) => {
				const text = JSON.stringify(queue);
				if (sent.get(queue.id) === text) return false;
				sent.set(queue.id, text);
				return true;
			});
			hub.to(room).emit('board:numbers', { ...numbers, queues: changed });
		}
	}, EVERY_MS);
	return () => clearInterval(timer);
}
