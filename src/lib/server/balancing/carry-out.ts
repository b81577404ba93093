import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import {
	PROMISE_SECONDS,
	type MovedAgent,
	type PromisedEffect,
	type PromisedMove,
	type ProposedDayChange,
	type ProposalOrigin
} from '#lib/contracts/balance.ts';
import type { CommandRow } from '#lib/contracts/commands.ts';
import { recordAudit } from '../audit/index.ts';
import { askForAll, type CommandInput, type LiveCommands } from '../commands/index.ts';
import { InvalidInputError, OutOfScopeError } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { balancePromiseQueues, balancePromises } from '../db/schema/index.ts';
import { queueNow, type LiveState } from '../live/index.ts';
import { recordChange, type RecordedChange } from '../rosters/index.ts';

/** Of a change of the day, where nobody gave another. */
const REASON = 'Proposed by the balancer';

export interface Accepted {
	promise: string;
	commands: CommandRow[];
	/** Days that are changed, with what that does to the day's cover. */
	changes: ({ agent: string } & RecordedChange)[];
	/** Those who could not be asked for, or whose day could not be changed, and why. */
	rejected: { agent: string; error: string }[];
}

export interface CarryOut {
	origin: ProposalOrigin;
	moves: readonly MovedAgent[];
	dayChanges: readonly ProposedDayChange[];
	effects: readonly PromisedEffect[];
	/** The floor that was foreseen from, by the wall clock. */
	asOfMs: number;
	reason: string | null;
}

/**
 * Writes down what is promised, then asks for the moves as anybody asks for an action: with the same checks, webhooks
 * and audit, and records the changes of the day as anybody does. A promise without commands is left where the
 * process ends in between.
 */
export async function carryOut(
	{ ctx, state, commands }: { ctx: Context; state: LiveState; commands: LiveCommands },
	actor: Actor,
	{ origin, moves, dayChanges, effects, asOfMs, reason }: CarryOut
): Promise<Accepted> {
	const { orm } = ctx.db;
	const id = randomUUID();
	const nowMs = ctx.now();
	const promised = [
		...moves.map((move): PromisedMove => ({ ...move, command: null })),
		...dayChanges.map(({ agent }): PromisedMove => ({
			...{ agent, before: [], after: [] },
			command: null,
			change: null
		}))
	];
	await orm.batch([
		orm.insert(balancePromises).values({
			id,
			origin,
			acceptedBy: actor.id,
			acceptedAt: nowMs,
			reason,
			horizonSeconds: PROMISE_SECONDS,
			moves: promised,
			watchedUntil: nowMs
		}),
		...effects.map((effect) => {
			const queue = state.queues.get(effect.queue);
			const fromAt = asOfMs + (queue ? queueNow(state, queue, nowMs) - nowMs : 0);
			return orm.insert(balancePromiseQueues).values({
				promiseId: id,
				queueId: effect.queue,
				fromAt,
				dueAt: fromAt + PROMISE_SECONDS * 1000,
				before: effect.before?.[0] ?? null,
				after: effect.after?.[0] ?? null,
				afterLow: effect.after?.[1] ?? null,
				afterHigh: effect.after?.[2] ?? null
			});
		}),
		recordAudit(ctx, actor, {
			action: 'balance.accept',
			subject: `promise:${id}`,
			after: { origin, moves, dayChanges, effects, reason }
		})
	]);
	const wanted = moves.map(({ agent, after }): CommandInput => ({
		kind: 'agent.queues',
		payload: { agent, queues: after },
		origin: 'balancer',
		reason
	}));
	const asked = await askForAll(commands, actor, wanted);
	const rejected = asked.rejected.map(({ index, error }) => ({ agent: moves[index]!.agent, error }));
	const changes: Accepted['changes'] = [];
	for (const { agent, kind, fromAt, toAt, movedTo } of dayChanges)
		try {
			const change = await recordChange(ctx, actor, {
				...{ agentId: agent, kind, fromAt, toAt, movedTo },
				reason: reason || REASON
			});
			changes.push({ agent, ...change });
			promised.find((one) => one.agent === agent && one.change === null)!.change = change.changeId;
		} catch (error) {
			if (!(error instanceof InvalidInputError || error instanceof OutOfScopeError)) throw error;
			rejected.push({ agent, error: error.message });
		}
	for (const { payload, id: command } of asked.commands) {
		const { agent } = payload as { agent: string };
		promised.find((move) => move.agent === agent)!.command = command;
	}
	await orm.update(balancePromises).set({ moves: promised }).where(eq(balancePromises.id, id));
	return {
		promise: id,
		commands: asked.commands,
		changes,
		rejected
	};
}
