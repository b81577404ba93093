import type { FloorSocket } from './floor-socket.ts';

/** Closes a socket for good. One that is still being opened is let open first: the browser calls the other a failure. */
export function closeSocket(socket: FloorSocket): void {
	socket.removeAllListeners();
	if (socket.connected || !socket.active) {
		socket.disconnect();
		return;
	}
	const close = () => void socket.disconnect();
	socket.once('connect', close);
	socket.once('connect_error', close);
}
