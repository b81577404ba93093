import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm';
import type { JobUpdate } from '#lib/contracts/live.ts';
import { can, requireRight, scopeOf } from '../access/index.ts';
import { SYSTEM, type Actor, type Context } from '../context.ts';
import { jobs } from '../db/schema/index.ts';
import { recordAudit } from '../audit/index.ts';
import { log } from '../log.ts';
import { meters } from '../meters.ts';
import { currentOrigin, runByItself, runFrom } from '../origin.ts';
import { JOB_KINDS, type JobKind, type JobRequest, type WorkerMessage } from './job-kinds.ts';

// Node runs the TypeScript of the worker as it stands; the bundle does not contain it.
const WORKER_FILE = resolve('src/lib/server/jobs/worker.ts');
/** A worker that was asked to stop and keeps its best has this long before it is ended. */
const STOP_GRACE_MS = 5_000;
/** A search's best is checked before it is kept: of hundreds of people over weeks, on a busy machine, in more than that. */
const ROSTER_GRACE_MS = 60_000;

/** Work that is begun at most so often: one that takes the server down with it each time must end. */
const MOST_ATTEMPTS = 3;

/** Takes work; what a domain needs of the jobs to start its own. */
export interface JobStarter {
	start(actor: Actor, request: JobRequest): Promise<JobUpdate>;
}

/** Work that the record holds, as it was asked for. */
export type LeftJob = Pick<typeof jobs.$inferSelect, 'id' | 'kind' | 'input' | 'createdBy'>;
/** Asks for recorded work once more, from the data as they are now. */
export type Redo = (job: LeftJob, starter: JobStarter) => Promise<JobUpdate>;

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
export class Jobs implements JobStarter {
	readonly #ctx: Context;
	/** Of the last process. */
	readonly #left: (typeof jobs.$inferSelect)[];
	readonly #listeners = new Set<(job: JobUpdate) => void>();
	readonly #waiting: Asked[] = [];
	#running: Running | null = null;
	#stopped = false;

	private constructor(ctx: Context, left: (typeof jobs.$inferSelect)[]) {
		this.#ctx = ctx;
		this.#left = left;
	}

	static async open(ctx: Context): Promise<Jobs> {
		const left = await ctx.db.orm
			.select()
			.from(jobs)
			.where(inArray(jobs.state, ['queued', 'running']))
			.orderBy(asc(jobs.createdAt));
		return new Jobs(ctx, left);
	}

	/**
	 * Takes up again, under its own id, what a person had asked for when the last process stopped or was killed. What
	 * the system began it begins anew by itself; that, and what cannot be begun again, ends as failed and says so.
	 */
	async resume(redo: Redo): Promise<void> {
		for (const row of this.#left.splice(0)) {
			const ended = (error: string) => this.#settle(updateOf(row), { state: 'failed', error });
			if (row.createdBy === SYSTEM.id || !(row.kind in JOB_KINDS))
				await ended('The server stopped before this was done. Start it again.');
			else if (row.attempts >= MOST_ATTEMPTS)
				await ended(`It was begun ${row.attempts} times and the server stopped each time. Start it again.`);
			else
				try {
					await redo(row, { start: (actor, request) => this.#takeUp(actor, request, row) });
				} catch (error) {
					await ended(`The server stopped before this was done. ${(error as Error).message}`);
				}
		}
	}

	async #takeUp(actor: Actor, request: JobRequest, row: typeof jobs.$inferSelect): Promise<JobUpdate> {
		requireRight(actor, JOB_KINDS[request.kind].start);
		await this.#ctx.db.orm.batch([
			this.#ctx.db.orm
				.update(jobs)
				.set({ state: 'queued', progress: 0, message: null, attempts: row.attempts + 1 })
				.where(eq(jobs.id, row.id)),
			recordAudit(this.#ctx, actor, {
				action: 'job.resume',
				subject: `job:${row.id}`,
				after: { kind: row.kind, attempt: row.attempts + 1 }
			})
		]);
		return this.#queue(actor, { ...updateOf(row), state: 'queued', progress: 0, message: null }, request);
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
		await this.#ctx.db.orm.batch([
			this.#ctx.db.orm.insert(jobs).values(row),
			recordAudit(this.#ctx, actor, {
				action: 'job.start',
				subject: `job:${job.id}`,
				after: { kind: job.kind }
			})
		]);
		return this.#queue(actor, job, request);
	}

	#queue(actor: Actor, job: JobUpdate, request: JobRequest): JobUpdate {
		// What it writes in the end is on behalf of who asked, whatever sets the thread going.
		const origin = currentOrigin();
		const finish: JobRequest['finish'] = (result) =>
			origin ? runFrom(origin, () => request.finish(result)) : request.finish(result);
		const asked: Asked = { job, request: { ...request, finish }, yields: actor.role === 'system' };
		const firstToYield = asked.yields ? -1 : this.#waiting.findIndex(({ yields }) => yields);
		this.#waiting.splice(firstToYield < 0 ? this.#waiting.length : firstToYield, 0, asked);
		if (this.#running?.yields && !asked.yields) {
			this.#running.gaveWay = true;
			void this.#running.worker.terminate();
		}
		void runByItself(() => this.#next());
		return { ...job };
	}

	/** Asks for recorded work once more, as a new job of whoever asks now; null where there is no such work. */
	async again(actor: Actor, id: string, redo: Redo): Promise<JobUpdate | null> {
		const [row] = await this.#ctx.db.orm.select().from(jobs).where(eq(jobs.id, id));
		if (!row || !(row.kind in JOB_KINDS)) return null;
		requireRight(actor, JOB_KINDS[row.kind as JobKind].start);
		return redo({ ...row, createdBy: actor.id }, this);
	}

	/** How many wait, and what is under way. */
	get load(): { waiting: number; running: JobUpdate | null } {
		return { waiting: this.#waiting.length, running: this.#running && { ...this.#running.job } };
	}

	async find(actor: Actor, id: string): Promise<JobUpdate | null> {
		const active =
			this.#running?.job.id === id ? this.#running.job : this.#waiting.find(({ job }) => job.id === id)?.job;
		const row = active ?? (await this.#ctx.db.orm.select().from(jobs).where(eq(jobs.id, id)))[0];
		// Long work is about the whole centre.
		if (!row || scopeOf(actor) || !can(actor, JOB_KINDS[row.kind as JobKind].see)) return null;
		return updateOf(row);
	}

	/** The newest jobs of a kind, newest first. @param byPeople without those that the system started by itself */
	async list(
		actor: Actor,
		kind: JobKind,
		limit = 20,
		{ byPeople = false }: { byPeople?: boolean } = {}
	): Promise<JobUpdate[]> {
		requireRight(actor, JOB_KINDS[kind].see);
		if (scopeOf(actor)) return [];
		const rows = await this.#ctx.db.orm
			.select()
			.from(jobs)
			.where(and(eq(jobs.kind, kind), byPeople ? ne(jobs.createdBy, SYSTEM.id) : undefined))
			.orderBy(desc(jobs.createdAt))
			.limit(limit);
		return rows.map(updateOf);
	}

	/** Asks for the best so far; work that has none in time is ended. False when the job is not under way. */
	async cancel(actor: Actor, id: string): Promise<boolean> {
		const waiting = this.#waiting.findIndex(({ job }) => job.id === id);
		if (waiting >= 0) {
			const { job } = this.#waiting[waiting]!;
			requireRight(actor, JOB_KINDS[job.kind as JobKind].start);
			this.#waiting.splice(waiting, 1);
			await this.#enterCancel(actor, job);
			await this.#settle(job, { state: 'cancelled' });
			return true;
		}
		if (this.#running?.job.id !== id) return false;
		const { job, worker, flag } = this.#running;
		requireRight(actor, JOB_KINDS[job.kind as JobKind].start);
		await this.#enterCancel(actor, job);
		Atomics.store(flag, 0, 1);
		const grace = job.kind === 'roster' ? ROSTER_GRACE_MS : STOP_GRACE_MS;
		setTimeout(() => void worker.terminate(), grace).unref();
		return true;
	}

	listen(listener: (job: JobUpdate) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Ends the thread. What is not done stays in the record as under way: the next process takes it up again. */
	async stop(): Promise<void> {
		this.#stopped = true;
		await this.#running?.worker.terminate();
	}

	async #enterCancel(actor: Actor, job: JobUpdate): Promise<void> {
		await recordAudit(this.#ctx, actor, {
			action: 'job.cancel',
			subject: `job:${job.id}`,
			before: { kind: job.kind, state: job.state }
		});
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
		const endTimer = meters.jobSeconds.startTimer({ kind: job.kind });
		let outcome: WorkerMessage | null = null;
		worker.on('message', (message: WorkerMessage) => {
			if (message.type === 'progress')
				this.#update(job, { progress: message.progress, message: message.message });
			else outcome = message;
		});
		worker.on('error', (error) => (outcome = { type: 'failed', error: error.message }));
		worker.on('exit', () => {
			endTimer();
			void this.#finish(running, outcome);
		});
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
		meters.jobs.inc({ kind: job.kind, state });
		this.#update(job, change);
	}

	#update(job: JobUpdate, change: Partial<JobUpdate>): void {
		Object.assign(job, change);
		for (const listener of this.#listeners) listener({ ...job });
	}
}

const updateOf = ({ id, kind, state, progress, message, result, error }: JobUpdate): JobUpdate => ({
	id,
	kind,
	state,
	progress,
	message,
	result,
	error
});
