import { can, seenContacts } from '../access/index.ts';
import type { CommandRow } from '#lib/contracts/commands.ts';
import { listCommands } from '../commands/index.ts';
import type { Scope } from '../context.ts';
import { log } from '../log.ts';
import { runtime } from '../runtime.ts';
import type { Hub } from './attach-realtime.ts';
import { PartRooms } from './part-rooms.ts';

const ROOM = 'commands';
const MOST = 500;

/** What was asked of the telephony side to those who watch the floor: the latest on joining, then each one's news. */
export function serveCommands(hub: Hub): () => void {
	const { ctx, watch } = runtime();
	const rooms = new PartRooms(hub, ROOM);
	hub.on('connection', (socket) => {
		socket.on('commands:join', async (reply) => {
			if (typeof reply !== 'function') return;
			const { actor } = socket.data;
			if (!can(actor, 'live.view'))
				return reply({ ok: false, error: 'Following actions needs the right "live.view".' });
			try {
				await socket.join(rooms.roomFor(actor.scope));
				reply({ ok: true, latest: await listCommands(ctx, actor, { limit: MOST }) });
			} catch (error) {
				log.error({ err: error }, 'reading the commands for a socket failed');
				reply({ ok: false, error: 'The actions could not be read.' });
			}
		});
	});
	const tellParts = async (row: CommandRow) => {
		for (const [room, scope] of rooms.parts())
			if (await isSeen(row, scope)) hub.to(room).emit('command:update', row);
	};
	async function isSeen({ payload }: CommandRow, scope: Scope): Promise<boolean> {
		const { agent, queue, contact }: { agent?: string; queue?: string; contact?: string } = payload;
		if (contact !== undefined) return (await seenContacts(ctx, { scope }, [contact])).has(contact);
		if (agent !== undefined) return scope.agents.has(agent);
		return queue !== undefined && scope.queues.has(queue);
	}
	return watch.commands.listen((row) => {
		hub.to(ROOM).emit('command:update', row);
		tellParts(row).catch((error: unknown) => log.error({ err: error }, 'a command could not be told'));
	});
}
