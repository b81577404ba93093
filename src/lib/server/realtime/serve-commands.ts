import { can } from '../access/index.ts';
import { listCommands } from '../commands/index.ts';
import { log } from '../log.ts';
import { runtime } from '../runtime.ts';
import type { Hub } from './attach-realtime.ts';

const ROOM = 'commands';
const MOST = 500;

/** What was asked of the telephony side to those who watch the floor: the latest on joining, then each one's news. */
export function serveCommands(hub: Hub): () => void {
	const { ctx, watch } = runtime();
	hub.on('connection', (socket) => {
		socket.on('commands:join', async (reply) => {
			if (typeof reply !== 'function') return;
			const { actor } = socket.data;
			if (!can(actor, 'live.view'))
				return reply({ ok: false, error: 'Following actions needs the right "live.view".' });
			try {
				await socket.join(ROOM);
				reply({ ok: true, latest: await listCommands(ctx, actor, { limit: MOST }) });
			} catch (error) {
				log.error({ err: error }, 'reading the commands for a socket failed');
				reply({ ok: false, error: 'The actions could not be read.' });
			}
		});
	});
	return watch.commands.listen((row) => hub.to(ROOM).emit('command:update', row));
}
