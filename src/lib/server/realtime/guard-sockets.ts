import { createTokenBuckets } from '../access/index.ts';
import { log } from '../log.ts';
import type { Hub } from './attach-realtime.ts';

/** Sockets of one person or kiosk link at once: a dozen windows, or one link on every wall. */
const MOST_SOCKETS = 50;
/** Messages of one socket: pages send a few when they open. */
const MESSAGES = { capacity: 100, refillSeconds: 0.1 };
/** Connections begun from one address, whoever it is: an office that comes back after a restart has many. */
const CONNECTS = { capacity: 500, refillSeconds: 0.05 };

/** `MAREA_SOCKETS_PER_PERSON`, for load tests. */
const mostSockets = (): number =>
	Number(process.env.MAREA_SOCKETS_PER_PERSON ?? MOST_SOCKETS) || MOST_SOCKETS;

const steady = (): number => performance.now();

/** Whether an address may begin one more connection now. */
export function connectLimit(): (address: string) => boolean {
	const most = Math.max(CONNECTS.capacity, mostSockets());
	const buckets = createTokenBuckets({ ...CONNECTS, capacity: most, now: steady });
	return (address) => {
		if (buckets.waitSeconds(address) > 0) return false;
		buckets.take(address);
		return true;
	};
}

/** Holds each reader to a number of sockets, and each socket to a rate of messages; who goes on beyond is put off. */
export function guardSockets(hub: Hub): void {
	const most = mostSockets();
	const counts = new Map<string, number>();
	hub.use((socket, next) => {
		const { id } = socket.data.actor;
		if ((counts.get(id) ?? 0) >= most) return next(new Error(`At most ${most} windows at once.`));
		next();
	});
	hub.on('connection', (socket) => {
		const { id } = socket.data.actor;
		counts.set(id, (counts.get(id) ?? 0) + 1);
		socket.on('disconnect', () => {
			const left = (counts.get(id) ?? 1) - 1;
			if (left > 0) counts.set(id, left);
			else counts.delete(id);
		});
		const messages = createTokenBuckets({ ...MESSAGES, now: steady });
		socket.use((_, next) => {
			if (messages.waitSeconds('') === 0) {
				messages.take('');
				return next();
			}
			log.warn({ actor: id }, 'a socket sends too many messages and was closed');
			socket.disconnect(true);
		});
		// A handler that fails must not take the process with it, and names nothing.
		socket.on('error', () => undefined);
	});
}
