import { can } from '../access/index.ts';
import { readBoard } from '../balancing/index.ts';
import { runtime } from '../runtime.ts';
import type { Hub } from './attach-realtime.ts';

const ROOM = 'balance';

/** Proposed moves to those who may watch the floor: as they stand on joining, then whenever that changes. */
export function serveBalance(hub: Hub): () => void {
	const { balance } = runtime().balancing;
	balance.isWatched = () => hub.sockets.adapter.rooms.has(ROOM);
	hub.on('connection', (socket) => {
		socket.on('balance:join', async (reply) => {
			if (typeof reply !== 'function') return;
			const { actor } = socket.data;
			if (!can(actor, 'balance.view'))
				return reply({ ok: false, error: 'Following proposed moves needs the right "balance.view".' });
			await socket.join(ROOM);
			reply({ ok: true, board: readBoard(balance, actor) });
		});
	});
	return balance.listen((board) => {
		if (hub.sockets.adapter.rooms.has(ROOM)) hub.to(ROOM).emit('balance:board', board);
	});
}
