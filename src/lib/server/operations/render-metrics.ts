import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { requireRight } from '../access/index.ts';
import type { Centre } from '../centre.ts';
import type { Actor } from '../context.ts';
import { readFloor } from '../live/index.ts';

// Process figures are gathered once a process, however often the module is loaded.
const KEY = Symbol.for('marea.metrics');
const store = globalThis as { [KEY]?: Registry };

function processRegistry(): Registry {
	if (!store[KEY]) {
		store[KEY] = new Registry();
		collectDefaultMetrics({ register: store[KEY], prefix: 'marea_' });
	}
	return store[KEY];
}

/** Prometheus text: the process, the log, the sources and each queue. */
export async function renderMetrics(centre: Centre, actor: Actor): Promise<string> {
	requireRight(actor, 'live.view');
	const registry = new Registry();
	const gauge = (name: string, help: string, labelNames: string[] = []): Gauge =>
		new Gauge({ name: `marea_${name}`, help, labelNames, registers: [registry] });
	const floor = readFloor(centre.state, centre.ctx.now());

	gauge('event_log_seq', 'Sequence of the last event folded.').set(centre.state.seq);
	gauge('contacts_in_memory', 'Contacts that the live state holds.').set(centre.state.contacts.size);
	const lag = gauge('source_silence_seconds', 'Seconds since the source last sent anything.', ['source']);
	const received = gauge('source_events', 'Events received from the source since the start.', ['source']);
	const behind = gauge('source_lag_seconds', 'Received less event time, median of the latest events.', [
		'source'
	]);
	const gaps = gauge('source_gaps', 'Times that the source was silent since the start.', ['source']);
	for (const { source, lastReceivedAt, lagMs, events, ...row } of floor.sources) {
		if (lagMs !== null) behind.set({ source }, lagMs / 1000);
		gaps.set({ source }, row.gaps);
		if (lastReceivedAt !== null) lag.set({ source }, (floor.clock.wallMs - lastReceivedAt) / 1000);
		received.set({ source }, events);
	}
	const waiting = gauge('queue_waiting', 'Contacts waiting now.', ['queue']);
	const level = gauge('queue_service_level', 'Service level today in the queue’s variant, 0 to 1.', [
		'queue'
	]);
	for (const { id, waiting: count, today } of floor.queues) {
		waiting.set({ queue: id }, count);
		if (today.serviceLevel !== null) level.set({ queue: id }, today.serviceLevel);
	}
	return `${await processRegistry().metrics()}\n${await registry.metrics()}`;
}
