import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import {
	isAskedFor,
	PROMISE_SECONDS,
	type MovedAgent,
	type PromisedEffect,
	type PromisedMove,
	type ProposedDayChange,
	type ProposedOffer,
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
import { offerStay, recordedKind, type OfferedStay } from './offer-stay.ts';

/** Of a change of the day, where nobody gave another. */
const REASON = 'Proposed by the balancer';

export interface Accepted {
	promise: string;
	commands: CommandRow[];
	/** Days that are changed, with what that does to the day's cover. */
	changes: ({ agent: string } & RecordedChange)[];
	/** Who was asked to stay longer or to go earlier: the day changes when they accept. */
	stays: OfferedStay[];
	/** Those who could not be asked for, or whose day could not be changed, and why. */
	rejected: { agent: string | null; error: string }[];
}

export interface CarryOut {
	origin: ProposalOrigin;
	moves: readonly MovedAgent[];
	dayChanges: readonly ProposedDayChange[];
	offers: readonly ProposedOffer[];
	effects: readonly PromisedEffect[];
	/** The floor that was foreseen from, by the wall clock. */
	asOfMs: number;
	reason: string | null;
	/** Those who would stay longer or go earlier have agreed already: their day changes at once. */
	isAgreed?: boolean;
}

/**
 * Writes down what is promised, then asks for the moves as anybody asks for an action: with the same checks, webhooks
 * and audit, and records the changes of the day as anybody does. A promise without commands is left where the
 * process ends in between.
 */
export async function carryOut(
	{ ctx, state, commands }: { ctx: Context; state: LiveState; commands: LiveCommands },
	actor: Actor,
	{ origin, moves, dayChanges, offers, effects, asOfMs, reason, isAgreed = false }: CarryOut
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
		})),
		...offers.map((): PromisedMove => ({ agent: null, before: [], after: [], command: null }))
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
			after: { origin, moves, dayChanges, offers, effects, reason }
		})
	]);
	const common = { origin: 'balancer' as const, reason };
	const wanted = [
		...moves.map(({ agent, after }): CommandInput => ({
			kind: 'agent.queues',
			payload: { agent, queues: after },
			...common
		})),
		...offers.map((offer): CommandInput => ({ ...offerCommand(offer), ...common }))
	];
	const asked = await askForAll(commands, actor, wanted);
	const rejected: Accepted['rejected'] = asked.rejected.map(({ index, error }) => ({
		agent: moves[index]?.agent ?? null,
		error
	}));
	const changes: Accepted['changes'] = [];
	const stays: Accepted['stays'] = [];
	for (const dayChange of dayChanges)
		try {
			const { agent, kind, fromAt, toAt, movedTo } = dayChange;
			if (isAskedFor(dayChange) && !isAgreed) {
				const offer = await offerStay(ctx, actor, dayChange, { promiseId: id, note: reason });
				stays.push(offer);
				promised.find((one) => one.agent === agent && one.change === null)!.offer = offer.id;
				continue;
			}
			const change = await recordChange(ctx, actor, {
				...{ agentId: agent, kind: recordedKind(kind), fromAt, toAt, movedTo },
				reason: reason || REASON
			});
			changes.push({ agent, ...change });
			promised.find((one) => one.agent === agent && one.change === null)!.change = change.changeId;
		} catch (error) {
			if (!(error instanceof InvalidInputError || error instanceof OutOfScopeError)) throw error;
			rejected.push({ agent: dayChange.agent, error: error.message });
		}
	for (const { payload, id: command } of asked.commands) {
		const { agent = null } = payload as { agent?: string };
		promised.find((move) => move.agent === agent && move.command === null)!.command = command;
	}
	await orm.update(balancePromises).set({ moves: promised }).where(eq(balancePromises.id, id));
	return {
		promise: id,
		commands: asked.commands,
		changes,
		stays,
		rejected
	};
}

/** What the telephony side is asked to offer, and for how long. */
function offerCommand(offer: ProposedOffer): Extract<CommandInput, { kind: 'queue.callback' | 'queue.bot' }> {
	const { kind, queue, contacts, intent, untilAt, backFromAt, backToAt } = offer;
	const iso = (ms: number | null) => new Date(ms!).toISOString();
	const until = iso(untilAt);
	return kind === 'bot'
		? { kind: 'queue.bot', payload: { queue, intent: intent!, contacts, until } }
		: {
				kind: 'queue.callback',
				payload: { queue, contacts, until, from: iso(backFromAt), to: iso(backToAt) }
			};
}
