import { monitorEventLoopDelay } from 'node:perf_hooks';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const LONG_SECONDS = [0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600];

/** The timer's own grain, which a loop without any delay shows. */
const GRAIN_MS = 10;
const WINDOW_MS = 60_000;

/** How late the event loop came to what was due: 99 % were faster, over the last one to two minutes. */
function watchLoop(): () => number {
	const delay = monitorEventLoopDelay({ resolution: GRAIN_MS });
	delay.enable();
	let last = 0;
	const secondsNow = () => Math.max(0, delay.percentile(99) / 1e9 - GRAIN_MS / 1000);
	setInterval(() => {
		last = secondsNow();
		delay.reset();
	}, WINDOW_MS).unref();
	return () => Math.max(last, delay.count > 0 ? secondsNow() : 0);
}

/** What the process counts while it works; `/metrics` and the page of system health read it. */
function makeMeters() {
	const registry = new Registry();
	collectDefaultMetrics({ register: registry, prefix: 'marea_' });
	const registers = [registry];
	const counter = <Label extends string>(name: string, help: string, labelNames: Label[]): Counter<Label> =>
		new Counter({ name: `marea_${name}`, help, labelNames, registers });
	const histogram = <Label extends string>(
		name: string,
		help: string,
		labelNames: Label[],
		buckets = SECONDS
	): Histogram<Label> => new Histogram({ name: `marea_${name}`, help, labelNames, buckets, registers });
	return {
		registry,
		loopDelaySeconds: watchLoop(),
		events: counter('ingest_events_total', 'Events that sources sent, by what became of them.', ['outcome']),
		ingestSeconds: histogram(
			'ingest_seconds',
			'From a batch being asked for to being on disk and folded.',
			[]
		),
		requestSeconds: histogram('http_request_seconds', 'Answers, by route and class of status.', [
			'route',
			'method',
			'status'
		]),
		writeSeconds: histogram('database_write_seconds', 'Write transactions.', []),
		busy: counter('database_busy_total', 'Statements refused because another process held the database.', []),
		failedWrites: counter('database_failed_writes_total', 'Write transactions that failed.', []),
		jobs: counter('jobs_total', 'Long work that ended, by kind and how.', ['kind', 'state']),
		jobSeconds: histogram('job_seconds', 'How long work took in its thread.', ['kind'], LONG_SECONDS),
		sockets: new Gauge({ name: 'marea_sockets', help: 'Sockets that are open now.', registers })
	};
}
export type Meters = ReturnType<typeof makeMeters>;

// Counted once a process, however often the module is loaded.
const KEY = Symbol.for('marea.meters');
const store = globalThis as { [KEY]?: Meters };
export const meters: Meters = (store[KEY] ??= makeMeters());
