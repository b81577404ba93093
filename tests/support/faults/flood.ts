import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { rawHttp } from '../raw-http.ts';
import { RETURN_SECONDS, Rig, type FaultOptions, type FaultReport } from './rig.ts';

type Throw = (rig: Rig) => Promise<number>;

const post = async (rig: Rig, path: string, headers: Record<string, string>, body: BodyInit) => {
	const answer = await fetch(rig.server.url + path, {
		...{ method: 'POST', redirect: 'manual', headers, body },
		signal: AbortSignal.timeout(20_000)
	});
	await answer.arrayBuffer();
	return answer.status;
};
const events = (rig: Rig, body: BodyInit): Promise<number> =>
	post(rig, '/api/v1/events', { authorization: `Bearer ${rig.ingestKey}` }, body);
const raw = (rig: Rig, bytes: string): Promise<number> =>
	rawHttp(rig.server.port, bytes).then(({ status }) => status);

/** Everything that a broken or hostile sender throws. */
const THROWS: Throw[] = [
	(rig) => events(rig, '{"specversion":'),
	(rig) => events(rig, randomBytes(200_000)),
	(rig) => events(rig, '['.repeat(100_000)),
	(rig) => events(rig, `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`),
	(rig) => events(rig, JSON.stringify(Array.from({ length: 20_000 }, (_, i) => ({ specversion: i })))),
	(rig) => events(rig, JSON.stringify([{ id: 'x'.repeat(5_000_000) }])),
	(rig) => events(rig, `[${'null,'.repeat(60_000)}null]`),
	(rig) => post(rig, '/api/v1/events', { authorization: 'Bearer mk_wrong' }, '[]'),
	(rig) => post(rig, '/sign-in', { origin: rig.server.url }, new URLSearchParams({ email: 'a'.repeat(1e6) })),
	(rig) => post(rig, '/sign-in', { origin: rig.server.url, 'content-type': 'multipart/form-data' }, 'x'),
	(rig) => raw(rig, 'POST /api/v1/events HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n'),
	(rig) => raw(rig, `GET /${'a'.repeat(12_000)} HTTP/1.1\r\nHost: x\r\n\r\n`),
	(rig) => raw(rig, `GET / HTTP/1.1\r\nHost: x\r\nX: ${'b'.repeat(30_000)}\r\n\r\n`),
	(rig) => raw(rig, 'NOT HTTP AT ALL\r\n\r\n'),
	(rig) => raw(rig, '\0'.repeat(10_000) + '\r\n\r\n')
];

const CLIENTS = 6;
/** Of a good request in the middle of it: no longer than a service may take to be back. */
const SLOWEST_MS = RETURN_SECONDS * 1000;

/** A flood of bad and oversized input beside a feed that goes on. */
export async function flood({ runs, seed }: FaultOptions): Promise<FaultReport> {
	const rig = await Rig.open('flood', seed);
	let thrown = 0;
	try {
		while (rig.report.runs < runs && rig.report.faults.length === 0) {
			const { feed, random } = rig;
			feed.resume();
			await feed.untilMore(100 + random(300));
			const before = feed.acknowledged.size;
			const until = performance.now() + 800 + random(1_700);
			await Promise.all(
				Array.from({ length: CLIENTS }, async () => {
					while (performance.now() < until) {
						const index = random(THROWS.length);
						// A sender that is cut off in its middle has got what it deserves; 0 stands for it.
						const status = await THROWS[index]!(rig).catch(() => 0);
						thrown++;
						if (status >= 500) rig.fault(`bad input ${index} was answered ${status}`);
						await setTimeout(1);
					}
				})
			);
			if (feed.acknowledged.size === before) rig.fault('nothing of the good feed was taken during the flood');
			if (feed.slowestAnswerMs > SLOWEST_MS)
				rig.fault(`a good request waited ${Math.round(feed.slowestAnswerMs)} ms`);
			await rig.settle();
		}
		rig.report.note = `${thrown} bad requests of ${THROWS.length} kinds; the slowest good one ${(rig.feed.slowestAnswerMs / 1000).toFixed(1)} s`;
		return await rig.close();
	} finally {
		await rig.server.kill();
	}
}
