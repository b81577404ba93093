import type { AgentRow, QueueRow } from '#lib/contracts/live.ts';
import type { QueueHour } from '#lib/contracts/prediction.ts';
import type { PresentFloor } from '#solver/prediction/index.ts';
import type { Context } from '../context.ts';
import { floorClock, queueNow, type LiveState } from '../live/index.ts';
import { log } from '../log.ts';
import { foreseeQueues, type ForeseeRequest, type QueueOutlook } from './foresee-queues.ts';
import { learnHabits, noHabits, type Habits } from './habits.ts';
import { nothingKnown, type KnownAhead, type KnownShift } from './known-ahead.ts';
import { OwnError } from './own-error.ts';
import { readKnownAhead } from './read-known-ahead.ts';
import { readPresent } from './read-present.ts';
import { toHour, toPrediction, type Present } from './to-prediction.ts';

/** The floor is foreseen anew this often, or less often where it would take more than this share of a core. */
const EVERY_MS = 6_000;
const SHARE = 0.15;
/** Handle times and pauses change slowly, forecasts and rosters by hand. */
const LEARN_EVERY_MS = 60_000;
/** What was foreseen longer ago than this is not shown any more. */
const STALE_MS = 60_000;

export interface Floor {
	state: LiveState;
	feed: { queueRows(wallMs: number): QueueRow[]; agentRows(wallMs: number): AgentRow[] };
}

/** The floor at one moment: for the solver, and as rows tell it. */
export interface PresentNow {
	floor: PresentFloor;
	rows: Map<string, QueueRow>;
	/** In the order of the floor's agents. */
	agents: AgentRow[];
	/** By agent: published shifts around now. */
	shifts: ReadonlyMap<string, readonly KnownShift[]>;
	asOf: number;
}

/** What is foreseen a number of minutes ahead; null = unknown. */
export type Ahead = Present;

interface Made {
	outlook: QueueOutlook;
	now: Present;
	asOfMs: number;
	wallMs: number;
}

/** The next hour of every queue, kept up with the live floor: rows tell of it, the queue's page shows all of it. */
export class Predictions {
	readonly #ctx: Context;
	readonly #floor: Floor;
	readonly #foresee: (request: ForeseeRequest) => Promise<QueueOutlook[]>;
	readonly #made = new Map<string, Made>();
	readonly #errors = new OwnError();
	#known: KnownAhead = nothingKnown();
	#habits: Habits = noHabits();
	#learnedAt = -Infinity;
	#timer: NodeJS.Timeout | undefined;
	#round: Promise<void> = Promise.resolve();
	#isStopped = false;

	/** @param foresee where the work is done; without it, here and now */
	constructor(
		ctx: Context,
		floor: Floor,
		foresee: (request: ForeseeRequest) => Promise<QueueOutlook[]> = (request) =>
			Promise.resolve(foreseeQueues(request))
	) {
		this.#ctx = ctx;
		this.#floor = floor;
		this.#foresee = foresee;
	}

	start(): void {
		this.#timer ??= setTimeout(() => this.#run(), EVERY_MS);
	}

	#run(): void {
		const startedAt = performance.now();
		this.#round = this.look()
			.catch((error: unknown) => {
				if (!this.#isStopped) log.error({ err: error }, 'foreseeing failed; the next round tries again');
			})
			.then(() => {
				this.#letGoOfStale();
				if (this.#isStopped) return;
				const took = performance.now() - startedAt;
				this.#timer = setTimeout(() => this.#run(), Math.max(EVERY_MS, took / SHARE) - took);
			});
	}

	/** Foresees every queue from the floor as it is; resolves when the rows have it. */
	async look(): Promise<void> {
		const { state } = this.#floor;
		// Half of the counts would be taken for calm.
		if (state.isRecalling) return;
		const { floor, rows, asOf } = await this.present();
		const levels = floor.queues.map(({ id }) => rows.get(id)?.lastHalfHour.serviceLevel ?? null);
		const variants = floor.queues.map(({ id }) => state.queues.get(id)!.config.variant);
		const outlooks = await this.#foresee({ floor, variants, levels });
		outlooks.forEach((outlook) => {
			const row = rows.get(outlook.id);
			if (!row) return;
			const { serviceLevel, abandonment } = row.lastHalfHour;
			this.#take(outlook, { waiting: row.waiting, serviceLevel, abandonment }, asOf);
		});
	}

	/** The floor as it is now, as the solver reads it: agents in the order of `agents`. What is learned is a minute old at most. */
	async present(): Promise<PresentNow> {
		const { state, feed } = this.#floor;
		const wallMs = this.#ctx.now();
		if (wallMs - this.#learnedAt >= LEARN_EVERY_MS || wallMs < this.#learnedAt) {
			this.#known = await readKnownAhead(this.#ctx, wallMs + floorClock(state, wallMs).offsetMs);
			this.#habits = await learnHabits(state, wallMs);
			this.#learnedAt = wallMs;
		}
		const asOf = this.#ctx.now();
		const rows = new Map(feed.queueRows(asOf).map((row) => [row.id, row]));
		const agents = feed.agentRows(asOf);
		const floor = readPresent(state, agents, { habits: this.#habits, known: this.#known }, asOf);
		return { floor, rows, agents, shifts: this.#known.shifts, asOf };
	}

	#take(outlook: QueueOutlook, now: Present, wallMs: number): void {
		const { state } = this.#floor;
		const { id, points } = outlook;
		const queue = state.queues.get(id);
		// Of a queue that nobody has told anything of, or nobody tells of any more, nothing can be said.
		if (!queue?.source || state.sources.get(queue.source)?.isSilent(wallMs)) {
			this.#made.delete(id);
			return state.foresee(id, null);
		}
		const asOfMs = queueNow(state, queue, wallMs);
		this.#made.set(id, { outlook, now, asOfMs, wallMs });
		this.#errors.observe(id, asOfMs, points[5]!.serviceLevel?.median ?? null, now.serviceLevel);
		state.foresee(id, toPrediction(outlook, this.#errors.of(id)));
	}

	#letGoOfStale(): void {
		const wallMs = this.#ctx.now();
		for (const [id, made] of this.#made)
			if (wallMs - made.wallMs > STALE_MS) {
				this.#made.delete(id);
				this.#floor.state.foresee(id, null);
			}
	}

	/** A queue's next hour; null while nothing is foreseen of it. */
	hourOf(queueId: string): QueueHour | null {
		const made = this.#made.get(queueId);
		return made ? toHour(made.outlook, made.now, made.asOfMs) : null;
	}

	/** Between two points of the hour what lies between their figures; before the first, the first. */
	ahead(queueId: string, minutes: number): Ahead | null {
		const points = this.#made.get(queueId)?.outlook.points;
		if (!points) return null;
		const after = points.findIndex(({ inSeconds }) => inSeconds >= minutes * 60);
		if (after < 0) return null;
		const [b, a] = [points[after]!, points[Math.max(0, after - 1)]!];
		const part = b === a ? 1 : (minutes * 60 - a.inSeconds) / (b.inSeconds - a.inSeconds);
		const mix = (from: number | undefined, to: number | undefined) =>
			from === undefined || to === undefined ? null : from + part * (to - from);
		return {
			waiting: mix(a.waiting.mean, b.waiting.mean)!,
			serviceLevel: mix(a.serviceLevel?.median, b.serviceLevel?.median),
			abandonment: mix(a.abandonment?.mean, b.abandonment?.mean)
		};
	}

	async stop(): Promise<void> {
		this.#isStopped = true;
		clearTimeout(this.#timer);
		await this.#round;
	}
}
