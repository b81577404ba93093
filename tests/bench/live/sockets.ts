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

const EIGHTH: SocketLoad = {
	queues: QUEUES / 8,
	agents: AGENTS / 8,
	sockets: Math.round(FULL.sockets / 8),
	eventsPerSecond: FULL.eventsPerSecond / 8,
	seconds: 6
};
const GROWN = ['agents', 'queues', 'sockets', 'eventsPerSecond'] as const;
type Grown = (typeof GROWN)[number];
const TIMES = [1, 2, 4, 8];

/**
 * From an eighth of the full size: agents, queues, sockets and rate doubled three times, each alone and all together.
 * Cost is the server's share of a core; its growth is told beside that of the load.
 */
export async function benchGrowth(folder: string, port: number): Promise<Found> {
	let isRight = true;
	const once = await runSockets(folder, EIGHTH, port);
	isRight &&= once.faults.length === 0;
	say(`1×: ${tell(EIGHTH, once)}`);
	for (const grown of [...GROWN.map((one): Grown[] => [one]), [...GROWN]]) {
		const name = grown.length > 1 ? 'all' : grown[0] === 'eventsPerSecond' ? 'rate' : grown[0]!;
		for (const times of TIMES.slice(1)) {
			const load = { ...EIGHTH };
			for (const one of grown) load[one] = EIGHTH[one] * times;
			const figures = await runSockets(folder, load, port);
			const events = 50_000 * times;
			const fold = grown.length > 1 ? await foldRate(events, load) : null;
			isRight &&= figures.faults.length === 0 && (fold?.isRight ?? true);
			say(
				`${name} ${times}×: cost ${(figures.serverCpu / once.serverCpu).toFixed(1)} times; ${tell(load, figures)}` +
					(fold ? `; fold ${perSecond(events, fold.ms)}` : '')
			);
		}
	}
	return { isRight, goals: [] };
}
