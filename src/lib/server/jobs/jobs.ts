import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { and, desc, eq, inArray, ne } from 'drizzle-orm';
import type { JobUpdate } from '#lib/contracts/live.ts';
import { can, requireRight } from '../access/index.ts';
import { SYSTEM, type Actor, type Context } from '../context.ts';
import { jobs } from '../db/schema/index.ts';
import { log } from '../log.ts';
import { JOB_KINDS, type JobKind, type JobRequest, type WorkerMessage } from './job-kinds.ts';

// Node runs the TypeScript of the worker as it stands; the bundle does not contain it.
const WORKER_FILE = resolve('src/lib/server/jobs/worker.ts');
/** A worker that was asked to stop and keeps its best has this long before it is ended. */
const STOP_GRACE_MS = 5_000;

interface Asked {
	job: JobUpdate;
	request: JobRequest;
	/** Nobody waits for it: it gives way to what a person asks for, and begins anew afterwards. */
	yields: boolean;
}

interface Running extends Asked {
	worker: Worker;
	flag: Int32Array;
	gaveWay: boolean;
}

/**
 * Long work in a thread of its own, one at a time, with progress, stop, and a record that outlives the process. What
 * the system starts by itself gives way to what a person asks for.
 */
export class Jobs {
	readonly #ctx: Context;
	readonly #listeners = new Set<(job: JobUpdate) => void>();
	readonly #waiting: Asked[] = [];
	#running: Running | null = null;
	#stopped = false;

	private constructor(ctx: Context) {
		this.#ctx = ctx;
	}

	/** Work that the last process did not finish is marked as failed: its page says so. */
	static async open(ctx: Context): Promise<Jobs> {
		await ctx.db.orm
			.update(jobs)
			.set({
				state: 'failed',
				error: 'The server stopped before this was done. Start it again.',
				finishedAt: ctx.now()
			})
			.where(inArray(jobs.state, ['queued', 'running']));
		return new Jobs(ctx);
	}

	async start(actor: Actor, request: JobRequest): Promise<JobUpdate> {
		requireRight(actor, JOB_KINDS[request.kind].start);
		const job: JobUpdate = {
			id: randomUUID(),
			kind: request.kind,
			state: 'queued',
			progress: 0,
			message: null,
			result: null,
			error: null
		};
		const row = {
			id: job.id,
			kind: job.kind,
			state: job.state,
			input: request.input,
			createdBy: actor.id,
			createdAt: this.#ctx.now()
		};
		await this.#ctx.db.orm.insert(jobs).values(row);
		const asked: Asked = { job, request, yields: actor.role === 'system' };
		const firstToYield = asked.yields ? -1 : this.#waiting.findIndex(({ yields }) => yields);
		this.#waiting.splice(firstToYield < 0 ? this.#waiting.length : firstToYield, 0, asked);
		if (this.#running?.yields && !asked.yields) {
			this.#running.gaveWay = true;
			void this.#running.worker.terminate();
		}
		void this.#next();
		return { ...job };
	}

	async find(actor: Actor, id: string): Promise<JobUpdate | null> {
		const active =
			this.#running?.job.id === id ? this.#running.job : this.#waiting.find(({ job }) => job.id === id)?.job;
		const row = active ?? (await this.#ctx.db.orm.select().from(jobs).where(eq(jobs.id, id)))[0];
		if (!row || !can(actor, JOB_KINDS[row.kind as JobKind].see)) return null;
		const { kind, state, progress, message, result, error } = row;
		return { id, kind, state, progress, message, result, error };
	}

	/** The newest jobs of a kind, newest first. @param byPeople without those that the system started by itself */
	async list(
		actor: Actor,
		kind: JobKind,
		limit = 20,
		{ byPeople = false }: { byPeople?: boolean } = {}
	): Promise<JobUpdate[]> {
		requireRight(actor, JOB_KINDS[kind].see);
		const rows = await this.#ctx.db.orm
			.select()
			.from(jobs)
			.where(and(eq(jobs.kind, kind), byPeople ? ne(jobs.createdBy, SYSTEM.id) : undefined))
			.orderBy(desc(jobs.createdAt))
			.limit(limit);
		return rows.map(({ id, state, progress, message, result, error }) => ({
			id,
			kind,
			state,
			progress,
			message,
			result,
			error
		}));
	}

	/** Asks for the best so far; work that has none in time is ended. False when the job is not under way. */
	async cancel(actor: Actor, id: string): Promise<boolean> {
		const waiting = this.#waiting.findIndex(({ job }) => job.id === id);
		if (waiting >= 0) {
			const { job } = this.#waiting[waiting]!;
			requireRight(actor, JOB_KINDS[job.kind as JobKind].start);
			this.#waiting.splice(waiting, 1);
			await this.#settle(job, { state: 'cancelled' });
			return true;
		}
		if (this.#running?.job.id !== id) return false;
		const { job, worker, flag } = this.#running;
		requireRight(actor, JOB_KINDS[job.kind as JobKind].start);
		Atomics.store(flag, 0, 1);
		setTimeout(() => void worker.terminate(), STOP_GRACE_MS).unref();
		return true;
	}

	listen(listener: (job: JobUpdate) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	async stop(): Promise<void> {
		this.#stopped = true;
		await this.#running?.worker.terminate();
	}

	async #next(): Promise<void> {
		if (this.#running || this.#stopped) return;
		const next = this.#waiting.shift();
		if (!next) return;
		const { job, request } = next;
		const flag = new Int32Array(new SharedArrayBuffer(4));
		const worker = new Worker(WORKER_FILE, {
			workerData: { kind: job.kind, payload: request.payload, stopFlag: flag.buffer }
		});
		const running: Running = { ...next, worker, flag, gaveWay: false };
		this.#running = running;
		this.#update(job, { state: 'running' });
		let outcome: WorkerMessage | null = null;
		worker.on('message', (message: WorkerMessage) => {
			if (message.type === 'progress')
				this.#update(job, { progress: message.progress, message: message.message });
			else outcome = message;
		});
		worker.on('error', (error) => (outcome = { type: 'failed', error: error.message }));
		worker.on('exit', () => void this.#finish(running, outcome));
	}

	async #finish(running: Running, outcome: WorkerMessage | null): Promise<void> {
		const { job, request, yields } = running;
		try {
			if (this.#stopped) return;
			if (running.gaveWay && outcome === null) {
				this.#update(job, { state: 'queued', progress: 0, message: null });
				this.#waiting.push({ job, request, yields });
				return;
			}
			if (outcome?.type === 'done' && outcome.result !== null)
				await this.#settle(job, { state: 'done', progress: 1, result: await request.finish(outcome.result) });
			else if (outcome?.type === 'failed') await this.#settle(job, { state: 'failed', error: outcome.error });
			else await this.#settle(job, { state: 'cancelled' });
		} catch (error) {
			log.error({ err: error, job: job.id }, 'finishing a job failed');
			await this.#settle(job, { state: 'failed', error: (error as Error).message });
		} finally {
			this.#running = null;
			void this.#next();
		}
	}

	async #settle(job: JobUpdate, change: Partial<JobUpdate>): Promise<void> {
		const { state, progress, message, result, error } = { ...job, ...change };
		await this.#ctx.db.orm
			.update(jobs)
			.set({ state, progress, message, result, error, finishedAt: this.#ctx.now() })
			.where(eq(jobs.id, job.id));
		this.#update(job, change);
	}

	#update(job: JobUpdate, change: Partial<JobUpdate>): void {
		Object.assign(job, change);
		for (const listener of this.#listeners) listener({ ...job });
	}
}
