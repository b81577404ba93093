import { z } from 'zod';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import { listAgents } from '../agents/index.ts';
import type { Actor, Context } from '../context.ts';
import { localDayOf } from '../intraday/index.ts';
import type { Jobs } from '../jobs/index.ts';
import {
	listChanges,
	MinimumStaffCheck,
	scheduleAsChanged,
	storeChange,
	takeBackChange,
	tellOfChange
} from '../rosters/index.ts';
import { lowersMinimum } from './lowers-minimum.ts';
import { proposalOf } from './read-proposal.ts';
import { standsAs } from './stands-as.ts';

const ApplyInput = z.object({
	id: z.string(),
	/** Of the proposal's choices, the one with so many people touched. */
	touched: z.int().min(1),
	/** Null: everybody's. */
	agentIds: z.array(z.string()).min(1).nullable().default(null),
	reason: z.string().trim().min(1).max(300)
});
export type ApplyInput = z.input<typeof ApplyInput>;

export interface Applied {
	agentIds: string[];
	/** Whose schedule has changed since: nothing of theirs was done. */
	stale: { agentId: string; name: string }[];
}

const ACTION = 'Applying a re-optimisation';

/**
 * Carries out a proposal, whole or some people's part, through the changes of the day: each is checked, audited and
 * told to its agent like one made by hand. People whose day is not as it was when the proposal was made are left out.
 *
 * @throws InvalidInputError where fewer than the minimum staff would be at work by it
 */
export async function applyProposal(
	ctx: Context,
	jobs: Jobs,
	actor: Actor,
	input: ApplyInput,
	{ nowMs, timeZone }: { nowMs: number; timeZone: string }
): Promise<Applied> {
	requireRight(actor, 'day.replan');
	const { id, touched, agentIds, reason } = parseInput(ACTION, ApplyInput, input);
	const job = await jobs.find(actor, id);
	const proposal = job && proposalOf(job);
	const day = localDayOf(nowMs, timeZone);
	if (proposal?.day !== day.day)
		throw new InvalidInputError(`${ACTION}: there is no proposal "${id}" for ${day.day}.`);
	const choice = proposal.choices.find((one) => one.touched === touched);
	if (!choice)
		throw new InvalidInputError(`${ACTION}: the proposal has no choice that touches ${touched} people.`);
	const people = choice.people.filter(({ agentId }) => agentIds === null || agentIds.includes(agentId));
	if (people.length === 0)
		throw new InvalidInputError(`${ACTION}: none of these people is touched by it; load the page again.`);
	const schedule = await scheduleAsChanged(ctx, day.fromAt, day.toAt);
	const isStale = ({ agentId, moves }: (typeof people)[number]): boolean =>
		moves.some(({ fromAt, movedTo }) => Math.min(fromAt, movedTo ?? fromAt) < nowMs) ||
		standsAs(schedule.get(agentId), day) !== proposal.stood[agentId];
	const asProposed = people.filter((person) => !isStale(person));
	const missing = new Set(proposal.missing.map(({ agentId }) => agentId));
	const minimumStaff = await MinimumStaffCheck.read(
		ctx,
		{ fromMs: nowMs, toMs: day.toAt, timeZone },
		async () => ({ agents: (await listAgents(ctx)).filter((agent) => !missing.has(agent.id)), schedule })
	);
	// A part of a choice may take somebody away whose place another part fills.
	if (lowersMinimum(minimumStaff, schedule, asProposed))
		throw new InvalidInputError(
			`${ACTION}: this would leave fewer at work than the minimum staff; take more people's part of it, or make a new one.`
		);
	for (const { agentId, moves } of asProposed) {
		for (const { kind, fromAt, toAt, movedTo, parts } of moves)
			await storeChange(ctx, actor, { agentId, kind, fromAt, toAt, movedTo, parts, reason }, id);
		await tellOfChange(ctx, agentId, Math.min(...moves.map(({ fromAt }) => fromAt)));
	}
	return {
		agentIds: asProposed.map(({ agentId }) => agentId),
		stale: people.filter(isStale).map(({ agentId, name }) => ({ agentId, name }))
	};
}

/** Takes back what is in force of a proposal, everybody's or some people's, the latest first. Answers whose. */
export async function undoProposal(
	ctx: Context,
	actor: Actor,
	{ id, agentIds }: { id: string; agentIds: readonly string[] | null },
	{ nowMs, timeZone }: { nowMs: number; timeZone: string }
): Promise<string[]> {
	requireRight(actor, 'day.replan');
	const day = localDayOf(nowMs, timeZone);
	// The newest come first, as they must be taken back.
	const changes = (await listChanges(ctx, actor, { fromMs: day.fromAt, toMs: day.toAt })).filter(
		({ proposalId, agentId }) => proposalId === id && (agentIds === null || agentIds.includes(agentId))
	);
	for (const change of changes) await takeBackChange(ctx, actor, change.id, { isTold: false });
	const byAgent = Map.groupBy(changes, ({ agentId }) => agentId);
	for (const [agentId, own] of byAgent)
		await tellOfChange(ctx, agentId, Math.min(...own.map(({ fromAt }) => fromAt)));
	return [...byAgent.keys()];
}
