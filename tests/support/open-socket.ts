import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, FloorJoin, Refused, ServerToClient } from '#lib/contracts/live.ts';

export type LiveSocket = Socket<ServerToClient, ClientToServer>;

/** Opens a socket with a cookie; resolves once it is connected, rejects with the server's refusal. */
export function openSocket(url: string, headers: Record<string, string>): Promise<LiveSocket> {
	const socket: LiveSocket = io(url, {
		transports: ['websocket'],
		extraHeaders: headers,
		reconnection: false,
		forceNew: true
	});
	return new Promise((done, fail) => {
		socket.once('connect', () => done(socket));
		socket.once('connect_error', (error) => {
			socket.close();
			fail(error);
		});
	});
}

export const joinFloor = (socket: LiveSocket): Promise<FloorJoin | Refused> =>
	new Promise((done) => socket.emit('floor:join', null, done));
