import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { PromisedMove } from '#lib/contracts/balance.ts';
import type { CommandPayloads, CommandRow } from '#lib/contracts/commands.ts';
import { serviceLevel } from '#lib/contracts/service-level.ts';
import { listCommands } from '../commands/index.ts';
import { SYSTEM, type Context } from '../context.ts';
import { balancePromiseQueues, balancePromises, scheduleChanges } from '../db/schema/index.ts';
import { queueNow, type LiveState } from '../live/index.ts';
import { log } from '../log.ts';
import { answeredMoves } from './answered-moves.ts';
import { judgePromise } from './judge-promise.ts';

const EVERY_MS = 15_000;
/** Longer between two looks, and nobody has looked after it. */
const GAP_MS = 3 * 60_000;
/** Measured later than this, the half hour is another one. */
const TIMELY_MS = 2 * 60_000;
/** A queue whose clock stands still is waited for so long. */
const GIVEN_UP_MS = 10 * 60_000;
const WINDOW_MS = 30 * 60_000;
const MOST_COMMANDS = 10_000;

type PromiseOf = typeof balancePromises.$inferSelect;
type QueuePromise = typeof balancePromiseQueues.$inferSelect;

/** Measures what came of accepted moves when their horizon has passed, and never before. */
export class PromiseWatch {
	readonly #ctx: Context;
	readonly #state: LiveState;
	#timer: NodeJS.Timeout | null = null;
	#round: Promise<void> | null = null;

	constructor(ctx: Context, state: LiveState) {
		this.#ctx = ctx;
		this.#state = state;
	}

	start(): void {
		this.#timer ??= setInterval(() => {
			this.#round ??= this.look()
				.catch((error: unknown) =>
					log.error({ err: error }, 'measuring promises failed; the next round tries again')
				)
				.finally(() => (this.#round = null));
		}, EVERY_MS);
	}

	/** Looks after what is open; resolves when what was due is measured and stored. */
	async look(): Promise<void> {
		// Half of the counts would be taken for what came.
		if (this.#state.isRecalling) return;
		const { orm } = this.#ctx.db;
		const nowMs = this.#ctx.now();
		const open = await orm
			.select({ promise: balancePromises, queue: balancePromiseQueues })
			.from(balancePromiseQueues)
			.innerJoin(balancePromises, eq(balancePromises.id, balancePromiseQueues.promiseId))
			.where(eq(balancePromiseQueues.outcome, 'open'));
		if (open.length === 0) return;
		const promises = new Map(open.map(({ promise }) => [promise.id, promise]));
		const left = [...promises.values()].filter(({ watchedUntil }) => nowMs - watchedUntil > GAP_MS);
		for (const promise of left) promise.hasGap = true;
		if (left.length > 0)
			await orm
				.update(balancePromises)
				.set({ hasGap: true })
				.where(
					inArray(
						balancePromises.id,
						left.map(({ id }) => id)
					)
				);
		await orm
			.update(balancePromises)
			.set({ watchedUntil: nowMs })
			.where(inArray(balancePromises.id, [...promises.keys()]));
		const due = open.filter(({ promise, queue }) => this.#isDue(promise, queue, nowMs));
		if (due.length === 0) return;
		const first = Math.min(...due.map(({ promise }) => promise.acceptedAt));
		const filter = { sinceMs: first, oldestFirst: true, limit: MOST_COMMANDS };
		const commands = await listCommands(this.#ctx, SYSTEM, filter);
		for (const { promise, queue } of due) await this.#measure(promise, queue, commands, nowMs);
	}

	#isDue(
		{ acceptedAt, horizonSeconds }: PromiseOf,
		{ queueId, dueAt }: QueuePromise,
		nowMs: number
	): boolean {
		const queue = this.#state.queues.get(queueId);
		if (queue && queueNow(this.#state, queue, nowMs) >= dueAt) return true;
		// Of a queue that is gone, or whose clock was set back, nothing will come.
		return nowMs > acceptedAt + horizonSeconds * 1000 + GIVEN_UP_MS;
	}

	async #measure(
		promise: PromiseOf,
		row: QueuePromise,
		commands: readonly CommandRow[],
		nowMs: number
	): Promise<void> {
		const { queueId, dueAt, promiseId } = row;
		const queue = this.#state.queues.get(queueId);
		const source = queue?.source ? this.#state.sources.get(queue.source) : undefined;
		const counts = queue?.tallies.sum(dueAt - WINDOW_MS, dueAt);
		const measured = queue && counts ? serviceLevel(queue.config.variant, counts) : null;
		const moves = await answeredMoves(this.#ctx, promise.moves);
		const inForce = await changesInForce(this.#ctx, moves);
		const stateOf = new Map(commands.map(({ id, state }) => [id, state]));
		const isLate = !queue || queueNow(this.#state, queue, nowMs) - dueAt > TIMELY_MS;
		const { outcome, why } = judgePromise({
			low: row.afterLow,
			high: row.afterHigh,
			measured,
			moves: moves.map(({ command, change }) => {
				if (change !== undefined) return change !== null && inForce.has(change) ? 'confirmed' : null;
				return command === null ? null : (stateOf.get(command) ?? null);
			}),
			hasOtherMoves: hasOtherMoves(promise, queueId, commands, nowMs),
			hasGap: promise.hasGap || isLate,
			isSilent: !source || source.isSilent(nowMs)
		});
		await this.#ctx.db.orm
			.update(balancePromiseQueues)
			.set({ outcome, why, measured, offered: counts?.offered ?? null })
			.where(and(eq(balancePromiseQueues.promiseId, promiseId), eq(balancePromiseQueues.queueId, queueId)));
	}

	async stop(): Promise<void> {
		if (this.#timer) clearInterval(this.#timer);
		this.#timer = null;
		await this.#round;
	}
}

/** Of the day's changes that a promise is made of, those that nobody has taken back. */
async function changesInForce({ db }: Context, moves: readonly PromisedMove[]): Promise<Set<string>> {
	const ids = moves.flatMap(({ change }) => change ?? []);
	if (ids.length === 0) return new Set();
	const rows = await db.orm
		.select({ id: scheduleChanges.id })
		.from(scheduleChanges)
		.where(and(inArray(scheduleChanges.id, ids), isNull(scheduleChanges.removedAt)));
	return new Set(rows.map(({ id }) => id));
}

/** Whether somebody else came to the queue or left it by an action, its priority was changed, or its line was offered something, since it was promised. */
function hasOtherMoves(
	{ moves, acceptedAt }: PromiseOf,
	queueId: string,
	commands: readonly CommandRow[],
	nowMs: number
): boolean {
	const own = new Set(moves.map(({ command }: PromisedMove) => command));
	return commands.some(({ id, kind, payload, before, state, requestedAt }) => {
		if (own.has(id) || state !== 'confirmed' || requestedAt < acceptedAt || requestedAt > nowMs) return false;
		if (kind === 'queue.priority') return (payload as CommandPayloads['queue.priority']).queue === queueId;
		if (kind === 'queue.callback' || kind === 'queue.bot')
			return (payload as CommandPayloads['queue.callback' | 'queue.bot']).queue === queueId;
		if (kind !== 'agent.queues') return false;
		const { queues } = payload as CommandPayloads['agent.queues'];
		return queues.includes(queueId) !== (before?.queues ?? []).includes(queueId);
	});
}
