import type { BalanceBoard, BalanceReason } from '#lib/contracts/balance.ts';
import { listAgents, type AgentRecord } from '../agents/index.ts';
import { listCommands } from '../commands/index.ts';
import { SYSTEM, type Context } from '../context.ts';
import { readDayWays, type DayWay } from '../dayplan/index.ts';
import { floorClock, type LiveState } from '../live/index.ts';
import { log } from '../log.ts';
import { HORIZON_SECONDS } from '#solver/prediction/index.ts';
import type { PresentNow } from '../predictions/index.ts';
import type { AnswerTo, BalanceRequest } from './answer-request.ts';
import type { FindAnswer } from './find-moves.ts';
import { ProposalBook } from './proposal-book.ts';
import { dayChangesMade } from './day-changes-made.ts';
import { readBalanceFloor, type BalanceFloor } from './read-balance-floor.ts';

/** The floor is looked at this often while somebody watches, and else; or less often where it takes more than the share of a core. */
const WATCHED_MS = 15_000;
const CALM_MS = 60_000;
const SHARE = 0.15;
/** A beat at which it is seen that somebody has begun to watch. */
const BEAT_MS = 1_000;
/** Fewer who serve, and a move can't be judged. */
export const LEAST_SERVING = 4;
/** So many moves for 100 agents and hour a floor bears, saved up for at most so long. */
const MOVES_PER_100 = 6;
const SAVED_MS = 90 * 60_000;
/** Smaller floors would bear none. */
const LEAST_MOVES = 2;
const LEARN_EVERY_MS = 60_000;
/** So far ahead the floor is foreseen: what lies beyond can't be weighed. */
const FORESEEN_MS = HORIZON_SECONDS * 1000;

type Ask = <R extends BalanceRequest>(request: R) => Promise<AnswerTo<R>>;

/** Moves proposed from the living floor: looked for anew every few seconds, and kept while they pay. */
export class LiveBalance {
	readonly book = new ProposalBook();
	/** Whether anybody follows; until something knows, nobody does. */
	isWatched: () => boolean = () => false;
	readonly #ctx: Context;
	readonly #state: LiveState;
	readonly #present: () => Promise<PresentNow>;
	readonly ask: Ask;
	readonly #listeners = new Set<(board: BalanceBoard) => void>();
	#people: AgentRecord[] = [];
	#dayWays: DayWay[] = [];
	#learnedAt = -Infinity;
	#told: Pick<BalanceBoard, 'state' | 'reasons' | 'asOfMs'> = {
		state: 'unknown',
		reasons: [{ kind: 'starting' }],
		asOfMs: null
	};
	#timer: NodeJS.Timeout | null = null;
	#nextAt = 0;
	#round: Promise<void> | null = null;
	#isStopped = false;

	/** @param ask where the work is done: the thread's */
	constructor(ctx: Context, floor: { state: LiveState; present: () => Promise<PresentNow> }, ask: Ask) {
		this.#ctx = ctx;
		this.#state = floor.state;
		this.#present = floor.present;
		this.ask = ask;
	}

	start(): void {
		this.#timer ??= setInterval(() => this.#beat(), BEAT_MS);
	}

	#beat(): void {
		const at = performance.now();
		const due = this.#nextAt - (this.isWatched() ? CALM_MS - WATCHED_MS : 0);
		if (this.#round || at < due) return;
		this.#round = this.look()
			.catch((error: unknown) => {
				if (this.#isStopped) return;
				log.error({ err: error }, 'looking for moves failed; the next round tries again');
				this.#say('unknown', [{ kind: 'failed' }]);
			})
			.finally(() => {
				const took = performance.now() - at;
				this.#nextAt = at + Math.max(CALM_MS, took / SHARE);
				this.#round = null;
			});
	}

	/** Looks at the floor as it is; resolves when the board tells of it. */
	async look(): Promise<void> {
		const read = await this.readFloor();
		const unknown = read === null ? this.#whyUnknown() : whyNot(read);
		if (read === null || unknown) {
			this.book.clear();
			return this.#say(unknown?.kind === 'nobody-can' ? 'stay' : 'unknown', [unknown!]);
		}
		const onDuty = read.agents.filter(({ state }) => state !== null && state !== 'offline').length;
		const most = Math.max(LEAST_MOVES, Math.round((onDuty * MOVES_PER_100 * SAVED_MS) / (100 * 3_600_000)));
		const standing = this.book.onFloor(read);
		const proposed = standing.reduce((sum, { changes }) => sum + changes.length, 0);
		const mostMoves = Math.max(0, most - this.#moved - proposed);
		const { floor, variants, weights } = read;
		const places = read.places.map((place) => ({
			...place,
			can: place.can.filter(
				({ queue }) =>
					queue === place.serving ||
					!this.book.isDismissed(floor.queues[place.serving!]!.id, floor.queues[queue]!.id)
			)
		}));
		const notAlone = floor.queues.flatMap(({ id }, queue) => (this.book.isDismissed(id, id) ? [queue] : []));
		const notOfDay = floor.queues.flatMap(({ id }, queue) =>
			(['break', 'stay'] as const)
				.filter((how) => this.book.isDismissed(id, null, how))
				.map((how) => ({ queue, how }))
		);
		const { revision } = this.book;
		const answer = await this.ask({
			kind: 'find',
			floor,
			variants,
			weights,
			places,
			standing,
			mostMoves,
			notAlone,
			dayChanges: read.dayChanges,
			notOfDay
		});
		// What was found beside a proposal that has been answered meanwhile may be about the same people.
		const isAsAsked = revision === this.book.revision;
		this.book.update(read, isAsAsked ? answer : { ...answer, found: [], together: [] }, this.#ctx.now());
		this.#say(
			this.book.proposals.length > 0 ? 'moves' : 'stay',
			this.#whyNoMore(read, answer, mostMoves, most),
			read.asOfMs
		);
	}

	#moved = 0;

	/** The floor for the balancer; null while nothing can be said. Reads what was asked of agents of late. */
	async readFloor(): Promise<BalanceFloor | null> {
		if (this.#whyUnknown()) return null;
		const wallMs = this.#ctx.now();
		if (wallMs - this.#learnedAt >= LEARN_EVERY_MS || wallMs < this.#learnedAt) {
			this.#people = await listAgents(this.#ctx);
			const nowMs = wallMs + floorClock(this.#state, wallMs).offsetMs;
			const { timeZone } = this.#state.config.site;
			this.#dayWays = await readDayWays(this.#ctx, this.#people, {
				nowMs,
				untilMs: nowMs + FORESEEN_MS,
				timeZone
			});
			this.#learnedAt = wallMs;
		}
		const asked = await listCommands(this.#ctx, SYSTEM, {
			kind: 'agent.queues',
			sinceMs: wallMs - SAVED_MS,
			oldestFirst: true,
			limit: 10_000
		});
		const orders = asked.filter(({ state }) => state === 'requested' || state === 'confirmed');
		this.#moved = orders.length + (await dayChangesMade(this.#ctx, wallMs - SAVED_MS));
		const present = await this.#present();
		return readBalanceFloor(this.#state, present, orders, this.#people, this.#dayWays);
	}

	#whyUnknown(): BalanceReason | null {
		// Half of the counts would be taken for calm.
		if (this.#state.isRecalling) return { kind: 'starting' };
		return floorClock(this.#state, this.#ctx.now()).mode === 'silent' ? { kind: 'silent' } : null;
	}

	#whyNoMore(
		read: BalanceFloor,
		{ isKept, best }: FindAnswer,
		mostMoves: number,
		most: number
	): BalanceReason[] {
		const reasons: BalanceReason[] = [];
		const { silentQueues } = read;
		if (silentQueues.length > 0) reasons.push({ kind: 'partly-silent', queues: silentQueues });
		if (isKept) reasons.push({ kind: 'kept' });
		else if (mostMoves === 0)
			reasons.push({ kind: 'moved-enough', moves: this.#moved, most, minutes: SAVED_MS / 60_000 });
		else if (this.book.proposals.length > 0) return reasons;
		else if (best && best.saves > 0) reasons.push({ kind: 'not-worth', ...best });
		else reasons.push({ kind: 'none-helps' });
		return reasons;
	}

	#say(state: BalanceBoard['state'], reasons: BalanceReason[], asOfMs: number | null = null): void {
		this.#told = { state, reasons, asOfMs: asOfMs ?? this.#told.asOfMs };
		this.tell();
	}

	/** Tells the listeners how the board stands. */
	tell(): void {
		const board = this.board();
		for (const listener of this.#listeners) listener(board);
	}

	board(): BalanceBoard {
		const wallMs = this.#ctx.now();
		const { proposals, together } = this.book;
		const { state } = this.#told;
		return {
			...this.#told,
			state: proposals.length > 0 ? 'moves' : state === 'moves' ? 'stay' : state,
			wallMs,
			everySeconds: WATCHED_MS / 1000,
			proposals,
			together: proposals.length > 1 && together.length > 0 ? together : null,
			dismissed: this.book.dismissed(wallMs)
		};
	}

	/** The next look comes soon: the floor, or the day's schedule, has been changed. */
	hurry(): void {
		this.#nextAt = 0;
		this.#learnedAt = -Infinity;
	}

	/** Calls back with the board whenever it changes; returns how to stop. */
	listen(listener: (board: BalanceBoard) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	async stop(): Promise<void> {
		this.#isStopped = true;
		if (this.#timer) clearInterval(this.#timer);
		this.#timer = null;
		await this.#round;
	}
}

/** Why nothing can be proposed on this floor, whatever is foreseen. */
function whyNot({ floor, places, weights, dayChanges }: BalanceFloor): BalanceReason | null {
	const serving = floor.agents.filter(({ isServing, queues }) => isServing && queues.length > 0).length;
	if (weights.filter((weight) => weight > 0).length < 2 && dayChanges.length === 0)
		return { kind: 'one-queue' };
	if (serving < LEAST_SERVING) return { kind: 'small', serving, least: LEAST_SERVING };
	if (dayChanges.length > 0) return null;
	const canGo = floor.agents.some(({ isServing }, a) => isServing && places[a]!.can.length > 1);
	return canGo ? null : { kind: 'nobody-can' };
}
