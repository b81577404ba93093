import type { JobUpdate } from '#lib/contracts/live.ts';
import type { Actor, Context } from '../context.ts';
import { localDayOf } from '../intraday/index.ts';
import type { Jobs } from '../jobs/index.ts';
import { listChanges } from '../rosters/index.ts';
import type { DayProposal } from './day-proposal.ts';

export interface ReadProposal {
	id: string;
	proposal: DayProposal;
	/** Agents whose part of it is in force. */
	applied: string[];
}

/** How many of the newest runs are looked through for today's. */
const LOOKED_AT = 20;

/** Today's newest proposal, with what of it is in force; null when there is none. Needs `day.replan`. */
export async function readProposal(
	ctx: Context,
	jobs: Jobs,
	actor: Actor,
	{ nowMs, timeZone }: { nowMs: number; timeZone: string }
): Promise<ReadProposal | null> {
	const day = localDayOf(nowMs, timeZone);
	const done = (await jobs.list(actor, 'day-plan', LOOKED_AT)).find(
		(job) => proposalOf(job)?.day === day.day
	);
	const proposal = done && proposalOf(done);
	if (!proposal) return null;
	const changes = await listChanges(ctx, actor, { fromMs: day.fromAt, toMs: day.toAt });
	const own = changes.filter(({ proposalId }) => proposalId === done.id);
	return { id: done.id, proposal, applied: [...new Set(own.map(({ agentId }) => agentId))] };
}

export const proposalOf = ({ kind, state, result }: JobUpdate): DayProposal | null =>
	kind === 'day-plan' && state === 'done' ? (result as DayProposal) : null;
