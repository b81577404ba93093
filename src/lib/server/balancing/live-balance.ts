import { isAskedFor, type BalanceBoard, type BalanceReason } from '#lib/contracts/balance.ts';
import { listAgents, type AgentRecord } from '../agents/index.ts';
import type { CommandRow } from '#lib/contracts/commands.ts';
import { listCommands } from '../commands/index.ts';
import { SYSTEM, type Context } from '../context.ts';
import { readWays, type Way } from '../dayplan/index.ts';
import { floorClock, type LiveState } from '../live/index.ts';
import { log } from '../log.ts';
import { peopleAsked } from '../offers/index.ts';
import { mostMoves, SAVED_HOURS, storeAfter, type MoveStore } from '#solver/balancing/index.ts';
import { HORIZON_SECONDS } from '#solver/prediction/index.ts';
import type { PresentNow } from '../predictions/index.ts';
import type { AnswerTo, BalanceRequest } from './answer-request.ts';
import { peopleOf } from './change-floor.ts';
import type { How } from './find-candidates.ts';
import type { FindAnswer } from './find-moves.ts';
import { ProposalBook } from './proposal-book.ts';
import { dayChangesMade } from './day-changes-made.ts';
import { noLeverFacts, type LeverFacts } from './queue-levers.ts';
import { readBalanceFloor, type BalanceFloor } from './read-balance-floor.ts';
import { readOfferFacts, readSpare } from './read-lever-facts.ts';
import { whyNot } from './why-not.ts';

/** The floor is looked at this often while somebody watches, and else; or less often where it takes more than the share of a core. */
const WATCHED_MS = 15_000;
const CALM_MS = 60_000;
const SHARE = 0.15;
/** A beat at which it is seen that somebody has begun to watch. */
const BEAT_MS = 1_000;
/** For so long moves can be saved up. */
const SAVED_MS = SAVED_HOURS * 3_600_000;
/** Smaller floors would bear none. */
const LEAST_MOVES = 2;
const LEARN_EVERY_MS = 60_000;
/** The rest of the day changes slowly; what bots contained of a week's conversations hardly, and it takes long to read. */
const SPARE_EVERY_MS = 5 * 60_000;
const OFFERS_EVERY_MS = 6 * 3_600_000;
/** So far ahead the floor is foreseen: what lies beyond can't be weighed. */
const FORESEEN_MS = HORIZON_SECONDS * 1000;
/** Whoever goes earlier within it goes at most two hours earlier: no change of a day that is proposed reaches further. */
const REACH_MS = FORESEEN_MS + 2 * 3_600_000;

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
	#ways: Way[] = [];
	#learnedAt = -Infinity;
	#facts: LeverFacts = noLeverFacts();
	#spareAt = -Infinity;
	#offersAt = -Infinity;
	/** What was asked for within `SAVED_MS`, and how many of it were moves or changes of the day. */
	#orders: CommandRow[] = [];
	#moved = 0;
	/** Null until the first look: moves that are left, and when they were counted. */
	#store: (MoveStore & { atMs: number }) | null = null;
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
		const { left, most } = await this.#count(read);
		const standing = this.book.onFloor(read);
		const proposed = standing.reduce((sum, { changes }) => sum + peopleOf(changes), 0);
		const { floor, variants, weights, nowAt } = read;
		const idOf = (queue: number) => floor.queues[queue]!.id;
		const isAside = (queue: number, to: number | null, how?: How) =>
			this.book.isDismissed(idOf(queue), to === null ? null : idOf(to), how);
		const queues = [...floor.queues.keys()];
		const places = read.places.map((place) => ({
			...place,
			can: place.can.filter(({ queue }) => queue === place.serving || !isAside(place.serving!, queue))
		}));
		const levers = read.levers.map((lever, queue) => ({
			...lever,
			callback: isAside(queue, null, 'callback') ? null : lever.callback,
			bots: isAside(queue, null, 'bot') ? [] : lever.bots
		}));
		const { revision } = this.book;
		const mayMove = Math.max(0, Math.floor(left - proposed + 1e-9));
		const answer = await this.ask({
			kind: 'find',
			...{ floor, variants, weights, places, standing, levers, nowAt },
			mostMoves: mayMove,
			store: { left: left - proposed, most },
			notAlone: queues.filter((queue) => isAside(queue, queue)),
			dayChanges: read.dayChanges,
			notOfDay: queues.flatMap((queue) =>
				(['break', 'stay', 'leave'] as const)
					.filter((how) => isAside(queue, null, how))
					.map((how) => ({ queue, how }))
			)
		});
		// What was found beside a proposal that has been answered meanwhile may be about the same people.
		const isAsAsked = revision === this.book.revision;
		this.book.update(read, isAsAsked ? answer : { ...answer, found: [], together: [] }, this.#ctx.now());
		this.#say(
			this.book.proposals.length > 0 ? 'moves' : 'stay',
			this.#whyNoMore(read, answer, mayMove, most),
			read.asOfMs
		);
	}

	/** Moves that may be made now: the floor bears so many an hour, and those made by hand count as well. */
	async #count({ agents }: BalanceFloor): Promise<MoveStore> {
		const onDuty = agents.filter(({ state }) => state !== null && state !== 'offline').length;
		const nowMs = this.#ctx.now();
		const before = this.#store;
		if (before === null) {
			// What was saved up before the start is not known: as much as nothing but the latest moves left.
			const most = mostMoves(onDuty, LEAST_MOVES);
			this.#store = { left: Math.max(0, most - this.#moved), most, atMs: nowMs };
			return this.#store;
		}
		const made = movesIn(this.#orders.filter(({ requestedAt }) => requestedAt > before.atMs));
		const hours = Math.max(0, nowMs - before.atMs) / 3_600_000;
		const changed = await dayChangesMade(this.#ctx, before.atMs + 1);
		const terms = { onDuty, hours, made: made + changed, least: LEAST_MOVES };
		this.#store = { ...storeAfter(before.left, terms), atMs: nowMs };
		return this.#store;
	}

	/** The floor for the balancer; null while nothing can be said. Reads what was asked of agents of late. */
	async readFloor(): Promise<BalanceFloor | null> {
		if (this.#whyUnknown()) return null;
		const wallMs = this.#ctx.now();
		const { offsetMs } = floorClock(this.#state, wallMs);
		const nowMs = wallMs + offsetMs;
		const { timeZone } = this.#state.config.site;
		const isDue = (atMs: number, everyMs: number) => wallMs - atMs >= everyMs || wallMs < atMs;
		if (isDue(this.#learnedAt, LEARN_EVERY_MS)) {
			this.#people = await listAgents(this.#ctx);
			const span = { nowMs, untilMs: nowMs + FORESEEN_MS, timeZone };
			this.#ways = await readWays(this.#ctx, this.#people, span);
			this.#learnedAt = wallMs;
		}
		if (isDue(this.#spareAt, SPARE_EVERY_MS)) {
			this.#facts = { ...this.#facts, spare: await readSpare(this.#ctx, nowMs, timeZone) };
			this.#spareAt = wallMs;
		}
		if (isDue(this.#offersAt, OFFERS_EVERY_MS)) {
			this.#facts = { ...this.#facts, ...(await readOfferFacts(this.#ctx, nowMs, timeZone)) };
			this.#offersAt = wallMs;
		}
		const asked = await listCommands(this.#ctx, SYSTEM, {
			sinceMs: wallMs - SAVED_MS,
			oldestFirst: true,
			limit: 10_000
		});
		this.#orders = asked.filter(({ state }) => state === 'requested' || state === 'confirmed');
		this.#moved = movesIn(this.#orders) + (await dayChangesMade(this.#ctx, wallMs - SAVED_MS));
		const present = await this.#present();
		// Whoever is being asked, or has said no, is not proposed again.
		const isAsked = await peopleAsked(this.#ctx, { fromMs: nowMs, toMs: nowMs + REACH_MS });
		const ways = this.#ways.filter((way) => !isAskedFor(way) || !isAsked.has(way.agentId));
		return readBalanceFloor(this.#state, present, {
			...{ orders: this.#orders, people: this.#people, ways, facts: this.#facts },
			offsetMs
		});
	}

	#whyUnknown(): BalanceReason | null {
		// Half of the counts would be taken for calm.
		if (this.#state.isRecalling) return { kind: 'starting' };
		return floorClock(this.#state, this.#ctx.now()).mode === 'silent' ? { kind: 'silent' } : null;
	}

	#whyNoMore(
		read: BalanceFloor,
		{ isKept, best }: FindAnswer,
		mayMove: number,
		most: number
	): BalanceReason[] {
		const reasons: BalanceReason[] = [];
		const { silentQueues } = read;
		if (silentQueues.length > 0) reasons.push({ kind: 'partly-silent', queues: silentQueues });
		if (isKept) reasons.push({ kind: 'kept' });
		else if (mayMove === 0)
			reasons.push({
				kind: 'moved-enough',
				moves: this.#moved,
				most: Math.round(most),
				minutes: SAVED_MS / 60_000
			});
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
		this.#spareAt = -Infinity;
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

const movesIn = (orders: readonly CommandRow[]): number =>
	orders.filter(({ kind }) => kind === 'agent.queues').length;
