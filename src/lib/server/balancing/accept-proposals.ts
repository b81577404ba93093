import { z } from 'zod';
import type { MovedAgent, Proposal, ProposalOrigin } from '#lib/contracts/balance.ts';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import type { LiveCommands } from '../commands/index.ts';
import type { Actor, Context } from '../context.ts';
import type { LiveState } from '../live/index.ts';
import { carryOut, type Accepted } from './carry-out.ts';
import { foreseeMoves } from './foresee-moves.ts';
import type { LiveBalance } from './live-balance.ts';
import type { BalanceFloor } from './read-balance-floor.ts';

const id = z.string().min(1).max(200);
const AcceptInput = z.object({
	/** One, or several that are carried out together. */
	ids: z.array(id).min(1).max(20),
	/** Other people than proposed, or another queue: of a single one. */
	agents: z.array(id).min(1).max(200).nullable().default(null),
	to: id.nullable().default(null),
	reason: z.string().trim().max(500).nullable().default(null),
	/** Who would stay longer or go earlier has agreed already: nobody is asked. */
	isAgreed: z.boolean().default(false)
});
export type AcceptInput = z.input<typeof AcceptInput>;

export interface BalanceDeps {
	ctx: Context;
	state: LiveState;
	balance: LiveBalance;
	commands: LiveCommands;
}

export type AcceptAnswer = ({ status: 'accepted' } & Accepted) | { status: 'gone' };
const ACTION = 'Accepting moves';

/**
 * Accepts proposals as they stand, or one with other people or another queue: then what it promises is foreseen anew.
 * `gone`: one of them does not stand any more, and nothing was asked for.
 */
export async function acceptProposals(
	deps: BalanceDeps,
	actor: Actor,
	input: AcceptInput
): Promise<AcceptAnswer> {
	requireRight(actor, 'balance.act');
	const { ids, agents, to, reason, isAgreed } = parseInput(ACTION, AcceptInput, input);
	const { balance } = deps;
	const { book } = balance;
	const isEdited = agents !== null || to !== null;
	if (isEdited && ids.length > 1)
		throw new InvalidInputError(
			`${ACTION}: ${ids.length} at once, wanted one where people or queue are changed.`
		);
	const found = ids.map((one) => book.find(one));
	if (!found.every((one) => one !== undefined)) return { status: 'gone' };
	// Like a change of the day by hand.
	if (found.some(({ dayChanges }) => dayChanges.length > 0)) requireRight(actor, 'schedule.change');
	// Taken out at once: a second click, or a colleague's, finds it gone.
	const taken = [...new Set(ids)].map((one) => book.take(one)!);
	balance.tell();
	try {
		const accepted = await carryOut(deps, actor, {
			...(await promiseOf(balance, taken, { agents, to })),
			reason,
			isAgreed
		});
		return { status: 'accepted', ...accepted };
	} catch (error) {
		for (const proposal of taken) book.put(proposal);
		throw error;
	} finally {
		balance.hurry();
		balance.tell();
	}
}

async function promiseOf(
	balance: LiveBalance,
	taken: readonly Proposal[],
	{ agents, to }: { agents: string[] | null; to: string | null }
) {
	const [first] = taken as [Proposal];
	const isEdited = agents !== null || to !== null;
	if (taken.length === 1 && !isEdited) {
		const { origin, agents: moves, dayChanges, offer, effects, asOfMs } = first;
		return { origin, moves, dayChanges, offers: offer ? [offer] : [], effects, asOfMs };
	}
	const read = await balance.readFloor();
	if (!read) throw new InvalidInputError(`${ACTION}: the floor is not known now.`);
	const moves = isEdited ? editedMoves(read, first, agents, to) : taken.flatMap((one) => one.agents);
	const dayChanges = isEdited ? [] : taken.flatMap((one) => one.dayChanges);
	const offers = isEdited ? [] : taken.flatMap(({ offer }) => offer ?? []);
	const { effects } = await foreseeMoves(balance, read, { moves, dayChanges, offers });
	const origin: ProposalOrigin = isEdited ? 'edited' : first.origin;
	return { origin, moves, dayChanges, offers, effects, asOfMs: read.asOfMs };
}

/** The proposal with these people in place of its own, or to another queue. */
function editedMoves(
	{ floor, agents: rows, places }: BalanceFloor,
	proposal: Proposal,
	wanted: string[] | null,
	otherTo: string | null
): MovedAgent[] {
	const { from, how } = proposal;
	const to = otherTo ?? proposal.to;
	if (to === null)
		throw new InvalidInputError(
			`${ACTION}: only people who go to one queue can be changed for others; ask what if instead.`
		);
	const toPlace = floor.queues.findIndex(({ id: queue }) => queue === to);
	if (toPlace < 0) throw new InvalidInputError(`${ACTION}: there is no queue "${to}".`);
	return (wanted ?? proposal.agents.map(({ agent }) => agent)).map((agent) => {
		const a = rows.findIndex((row) => row.id === agent);
		const present = floor.agents[a];
		if (!present) throw new InvalidInputError(`${ACTION}: there is no agent "${agent}".`);
		if (!places[a]!.can.some(({ queue }) => queue === toPlace))
			throw new InvalidInputError(`${ACTION}: agent "${agent}" can't serve queue "${to}" now.`);
		const before = present.queues.map((queue) => floor.queues[queue]!.id);
		const kept = before.filter(
			(queue) => how !== 'only' && queue !== to && (how === 'also' || queue !== from)
		);
		return { agent, before, after: [to, ...kept] };
	});
}
