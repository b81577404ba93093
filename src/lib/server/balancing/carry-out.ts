import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import {
	PROMISE_SECONDS,
	type MovedAgent,
	type PromisedEffect,
	type PromisedMove,
	type ProposalOrigin
} from '#lib/contracts/balance.ts';
import type { CommandRow } from '#lib/contracts/commands.ts';
import { recordAudit } from '../audit/index.ts';
import { askForAll, type CommandInput, type LiveCommands } from '../commands/index.ts';
import type { Actor, Context } from '../context.ts';
import { balancePromiseQueues, balancePromises } from '../db/schema/index.ts';
import { queueNow, type LiveState } from '../live/index.ts';

export interface Accepted {
	promise: string;
	commands: CommandRow[];
	/** Those who could not be asked for, and why. */
	rejected: { agent: string; error: string }[];
}

export interface CarryOut {
	origin: ProposalOrigin;
	moves: readonly MovedAgent[];
	effects: readonly PromisedEffect[];
	/** The floor that was foreseen from, by the wall clock. */
	asOfMs: number;
	reason: string | null;
}

/**
 * Writes down what is promised, then asks for the moves as anybody asks for an action: with the same checks, webhooks
 * and audit. A promise without commands is left where the process ends in between.
 */
export async function carryOut(
	{ ctx, state, commands }: { ctx: Context; state: LiveState; commands: LiveCommands },
	actor: Actor,
	{ origin, moves, effects, asOfMs, reason }: CarryOut
): Promise<Accepted> {
	const { orm } = ctx.db;
	const id = randomUUID();
	const nowMs = ctx.now();
	const promised = moves.map((move): PromisedMove => ({ ...move, command: null }));
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
			after: { origin, moves, effects, reason }
		})
	]);
	const wanted = moves.map(({ agent, after }): CommandInput => ({
		kind: 'agent.queues',
		payload: { agent, queues: after },
		origin: 'balancer',
		reason
	}));
	const asked = await askForAll(commands, actor, wanted);
	for (const { payload, id: command } of asked.commands) {
		const { agent } = payload as { agent: string };
		promised.find((move) => move.agent === agent)!.command = command;
	}
	await orm.update(balancePromises).set({ moves: promised }).where(eq(balancePromises.id, id));
	return {
		promise: id,
		commands: asked.commands,
		rejected: asked.rejected.map(({ index, error }) => ({ agent: moves[index]!.agent, error }))
	};
}
