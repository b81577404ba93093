import type { Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { openRaw } from '../raw-http.ts';
import { RETURN_SECONDS, Rig, type FaultOptions, type FaultReport } from './rig.ts';

const SOCKETS = 1_000;
/** The server's own times: ten seconds for a header, then a look each second. */
const HEADER_MS = 10_000;
/** Legitimate reads are answered as soon as a service must be back. */
const READ_MS = RETURN_SECONDS * 1000;

/** A thousand connections that say nothing, or a byte now and then: others are answered, and the silent are closed. */
export async function halfOpen({
	runs,
	seed,
	sockets = SOCKETS
}: FaultOptions & { sockets?: number }): Promise<FaultReport> {
	const rig = await Rig.open('half-open', seed);
	let opened = 0;
	let closedByServer = 0;
	let slowestMs = 0;
	try {
		while (rig.report.runs < runs && rig.report.faults.length === 0) {
			const { feed, random, server } = rig;
			feed.resume(1);
			await feed.untilMore(50 + random(300));
			const open: Socket[] = [];
			let closed = 0;
			while (open.length < sockets)
				open.push(...(await Promise.all(Array.from({ length: 100 }, () => openRaw(server.port)))));
			open.length = sockets;
			opened += open.length;
			for (const [i, socket] of open.entries()) {
				socket.on('close', () => closed++);
				socket.resume();
				// A third is silent, a third has begun a header, a third sends a form by the byte.
				if (i % 3 === 1) socket.write('GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ');
				if (i % 3 === 2) socket.write('POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n');
			}
			const before = feed.acknowledged.size;
			// The first run stays long enough to see the silent ones closed.
			const isLong = rig.report.runs === 0;
			const until = performance.now() + (isLong ? HEADER_MS + 4_000 : 500 + random(2_500));
			while (performance.now() < until) {
				for (const socket of open) if (random(20) === 0 && !socket.destroyed) socket.write('a');
				const startedAt = performance.now();
				await rig.readWithin('/api/v1/live', READ_MS);
				slowestMs = Math.max(slowestMs, performance.now() - startedAt);
				await setTimeout(100);
			}
			if (feed.acknowledged.size === before) await feed.untilMore(1, READ_MS);
			if (feed.acknowledged.size === before) rig.fault('nothing was taken beside the half-open sockets');
			if (isLong && closed < sockets / 3)
				rig.fault(`${closed} of ${sockets} slow connections were closed within ${HEADER_MS / 1000 + 4} s`);
			closedByServer = Math.max(closedByServer, closed);
			for (const socket of open) socket.destroy();
			await rig.settle();
		}
		rig.report.note = `${opened} half-open sockets, ${sockets} at once; reads beside them in ${(slowestMs / 1000).toFixed(2)} s at most; ${closedByServer} of ${sockets} closed by the server within 14 s`;
		return await rig.close();
	} finally {
		await rig.server.kill();
	}
}
