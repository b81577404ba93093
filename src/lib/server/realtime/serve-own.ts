import type { LoggedEvent } from '#lib/contracts/events.ts';
import { can } from '../access/index.ts';
import { runtime } from '../runtime.ts';
import type { Hub } from './attach-realtime.ts';

/** Each agent is told at most this often. */
const EVERY_MS = 400;

/** Tells an agent that the contacts in hand have news: which ones, the page asks for by itself. */
export function serveOwn(hub: Hub): () => void {
	const { centre } = runtime();
	const changed = new Set<string>();
	let timer: NodeJS.Timeout | null = null;
	hub.on('connection', (socket) => {
		socket.on('own:join', async (reply) => {
			if (typeof reply !== 'function') return;
			const { actor } = socket.data;
			if (!can(actor, 'schedule.own') || actor.agentId === null)
				return reply({ ok: false, error: 'This account belongs to no agent.' });
			await socket.join(`agent:${actor.agentId}`);
			reply({ ok: true });
		});
	});
	const tell = () => {
		timer = null;
		// Without a reader nothing is encoded.
		for (const agent of changed)
			if (hub.sockets.adapter.rooms.has(`agent:${agent}`)) hub.to(`agent:${agent}`).emit('own:news');
		changed.clear();
	};
	const stop = centre.ingest.listen((events: readonly LoggedEvent[]) => {
		for (const { data } of events) {
			if (data.agent !== undefined) changed.add(data.agent);
			// A customer's words do not name the agent who reads them.
			const handling = data.contact && centre.state.contacts.get(data.contact)?.fold.handling;
			if (handling && handling.agent !== null) changed.add(handling.agent);
		}
		if (changed.size > 0) timer ??= setTimeout(tell, EVERY_MS);
	});
	return () => {
		stop();
		if (timer) clearTimeout(timer);
	};
}
