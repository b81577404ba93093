import { Gauge, Registry } from 'prom-client';
import { requireRight, scopeOf } from '../access/index.ts';
import type { Centre } from '../centre.ts';
import type { Actor } from '../context.ts';
import type { Jobs } from '../jobs/index.ts';
import { readFloor } from '../live/index.ts';
import { meters } from '../meters.ts';
import { databaseSize } from './database-size.ts';

/** Prometheus text: the process, what it counted, the database, the log, the sources and each queue. */
export async function renderMetrics(
	{ centre, jobs, draining }: { centre: Centre; jobs: Jobs; draining: boolean },
	actor: Actor
): Promise<string> {
	requireRight(actor, 'live.view');
	const registry = new Registry();
	const gauge = (name: string, help: string, labelNames: string[] = []): Gauge =>
		new Gauge({ name: `marea_${name}`, help, labelNames, registers: [registry] });
	const floor = readFloor(centre.state, centre.ctx.now(), scopeOf(actor));

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
	const { ctx } = centre;
	const { writer } = ctx.db;
	const size = await databaseSize(ctx);
	gauge('database_bytes', 'Size of the database.').set(size.bytes);
	gauge('database_free_bytes', 'Of it free to be used again.').set(size.freeBytes);
	gauge('database_wal_bytes', 'Size of its write-ahead log.').set(size.walBytes);
	gauge('database_statements_waiting', 'Statements and transactions under way or waiting.').set(
		writer.waiting
	);
	gauge('database_writer_up', '1 unless the last write failed.').set(writer.failing === null ? 1 : 0);
	gauge('ingest_batches_waiting', 'Batches that wait for the next transaction.').set(centre.ingest.waiting);
	gauge('jobs_waiting', 'Long work that waits for its turn.').set(jobs.load.waiting);
	gauge('jobs_running', 'Long work under way.').set(jobs.load.running ? 1 : 0);
	gauge('draining', '1 while the server is about to stop.').set(draining ? 1 : 0);
	return `${await meters.registry.metrics()}\n${await registry.metrics()}`;
}
