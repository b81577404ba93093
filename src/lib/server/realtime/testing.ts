import { EventEmitter } from 'node:events';
import type { Actor } from '../context.ts';
import type { Hub } from './attach-realtime.ts';

/** What a room was told: its name, the message's and what it holds. */
export type Sent = [room: string, name: string, body: unknown];

/**
 * A hub as far as the domains need one: rooms, and who is told what. Each socket is of one actor and is in the rooms that it
 * has joined; a room counts as told once, however many are in it.
 */
export function fakeHub(serve: (hub: Hub) => () => void) {
	const rooms = new Map<string, Set<string>>();
	const sockets = new Map<string, EventEmitter & { data: { actor: Actor } }>();
	const sent: Sent[] = [];
	const hub = Object.assign(new EventEmitter(), {
		sockets: { adapter: { rooms }, sockets },
		to: (room: string) => ({ emit: (name: string, body?: unknown) => void sent.push([room, name, body]) })
	}) as unknown as Hub;
	const stop = serve(hub);

	function connect(actor: Actor) {
		const id = `socket-${sockets.size}`;
		const socket = Object.assign(new EventEmitter(), {
			id,
			data: { actor },
			join: async (room: string) => void rooms.set(room, (rooms.get(room) ?? new Set()).add(id))
		});
		sockets.set(id, socket);
		(hub as unknown as EventEmitter).emit('connection', socket);
		/** Sends a message; resolves to what is replied. */
		const ask = (name: string, ...args: unknown[]) =>
			new Promise<unknown>((done) => socket.emit(name, ...args, done));
		/** What the rooms that it is in were told. */
		const heard = () => sent.filter(([room]) => rooms.get(room)?.has(id));
		return { socket, ask, heard };
	}
	return { hub, connect, rooms, sent, stop };
}
