import { AGENTS, QUEUES } from '../../support/busy-floor.ts';
import { foldRate } from './fold.ts';
import { perSecond, say, whole, type Found } from './report.ts';
import { runSockets, type SocketFigures, type SocketLoad } from './run-sockets.ts';

const FULL: SocketLoad = {
	queues: QUEUES,
	agents: AGENTS,
	sockets: 300,
	eventsPerSecond: 1_000,
	seconds: 20
};

const tell = (load: SocketLoad, figures: SocketFigures): string =>
	`${load.sockets} sockets, ${load.agents} agents, ${load.queues} queues, ${whole(figures.sentPerSecond)} events/s: ` +
	`event to client p50 ${figures.p50Ms} ms, p99 ${figures.p99Ms} ms (${whole(figures.measured)} deliveries); ` +
	`${(figures.bytesPerClientSecond / 1000).toFixed(1)} kB per client and second; ` +
	`server ${(figures.serverCpu * 100).toFixed(0)} % of a core, ${whole(figures.rssMb)} MB; ` +
	(figures.faults.length ? `WRONG: ${figures.faults.join('; ')}` : 'every delta reached every socket');

export async function benchSockets(folder: string, port: number): Promise<Found> {
	const figures = await runSockets(folder, FULL, port);
	say(tell(FULL, figures));
	return {
		isRight: figures.faults.length === 0,
		goals: [
			{ name: 'event to client p99 ≤ 250 ms', met: figures.p99Ms <= 250, figure: `${figures.p99Ms} ms` }
		]
	};
}

/** Everything at an eighth of the full size, and doubled three times. */
export async function benchGrowth(folder: string, port: number): Promise<Found> {
	let isRight = true;
	for (const times of [1, 2, 4, 8]) {
		const load: SocketLoad = {
			queues: (QUEUES / 8) * times,
			agents: (AGENTS / 8) * times,
			sockets: Math.round((FULL.sockets / 8) * times),
			eventsPerSecond: (FULL.eventsPerSecond / 8) * times,
			seconds: 8
		};
		const figures = await runSockets(folder, load, port);
		const events = 50_000 * times;
		const fold = await foldRate(events, load);
		isRight = isRight && fold.isRight && figures.faults.length === 0;
		say(`${times}×: ${tell(load, figures)}; fold ${perSecond(events, fold.ms)}`);
	}
	return { isRight, goals: [] };
}
