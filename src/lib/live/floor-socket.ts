import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient } from '#lib/contracts/live.ts';

export type FloorSocket = Socket<ServerToClient, ClientToServer>;

/**
 * A socket to the server that sent this page; not connected yet. It comes back by itself, at most 5 s apart. A
 * WebSocket at once, polling only where a proxy bars it: a poll that outlives its session is answered with an error.
 *
 * @param token a kiosk link's, in place of the session
 */
export function floorSocket(token?: string): FloorSocket {
	return io({
		autoConnect: false,
		...(token === undefined ? {} : { auth: { token } }),
		transports: ['websocket', 'polling'],
		tryAllTransports: true,
		reconnectionDelay: 500,
		reconnectionDelayMax: 5_000,
		timeout: 10_000
	});
}
