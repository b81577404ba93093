import { closeSocket } from './close-socket.ts';
import { floorSocket } from './floor-socket.ts';

/** Calls back when the contacts that the signed-in agent has in hand have news, and after each new connection; answers its clean-up. */
export function listenOwnNews(onnews: () => void): () => void {
	const socket = floorSocket();
	let isFirst = true;
	socket.on('connect', () => {
		socket.emit('own:join', () => {
			// What happened while the line was down.
			if (!isFirst) onnews();
			isFirst = false;
		});
	});
	socket.on('own:news', onnews);
	socket.on('disconnect', (reason) => {
		// The server's own goodbye is not followed by a new attempt unless asked for.
		if (reason === 'io server disconnect') socket.connect();
	});
	socket.connect();
	return () => closeSocket(socket);
}
