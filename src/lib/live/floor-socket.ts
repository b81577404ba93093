import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient } from '#lib/contracts/live.ts';

export type FloorSocket = Socket<ServerToClient, ClientToServer>;

/** A socket to the server that sent this page; not connected yet. It comes back by itself, at most 5 s apart. */
export function floorSocket(): FloorSocket {
	return io({ autoConnect: false, reconnectionDelay: 500, reconnectionDelayMax: 5_000, timeout: 10_000 });
}
