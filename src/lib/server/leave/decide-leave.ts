import { and, eq, inArray } from 'drizzle-orm';
import type { LeaveObstacle } from '#lib/contracts/requests.ts';
import { leadsAgent, parseInput, requireRight } from '../access/index.ts';
import { recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { leaveRequests } from '../db/schema/index.ts';
import { DecisionInput } from '../decision-input.ts';
import { inTurn } from '../in-turn.ts';
import { absencesBack } from './end-leave.ts';
import { readLeaveBook } from './leave-book.ts';
import { moveUp } from './move-up.ts';
import { tellOfLeave } from './tell-of-leave.ts';

export type DecidedLeave =
	| { kind: 'approved' }
	| { kind: 'declined' }
	/** `gone`: there is no such request that can be decided. */
	| { kind: 'refused'; reason: 'gone' }
	/** Only with a reason: it does not fit. */
	| { kind: 'refused'; reason: 'does-not-fit'; obstacles: LeaveObstacle[] };

const GONE = { kind: 'refused', reason: 'gone' } as const;

/**
 * Approves or declines somebody's leave; the agent is told. Off the wait-list, and past a limit or an allowance, it can be
 * approved with a reason. To decline takes one; what was approved can be declined, too. All of it until it begins.
 */
export async function decideLeave(ctx: Context, actor: Actor, input: DecisionInput): Promise<DecidedLeave> {
	requireRight(actor, 'requests.decide');
	const { id, decision, reason } = parseInput('Deciding on leave', DecisionInput, input);
	return inTurn(ctx.db, async (): Promise<DecidedLeave> => {
		const book = await readLeaveBook(ctx);
		const found = book.rows.find((row) => row.id === id);
		if (!found || found.fromAt <= ctx.now() || !leadsAgent(actor, found.agentId)) return GONE;
		const { state, agentId } = found;
		if (decision === 'approve') {
			if (state === 'approved') return GONE;
			const obstacles = book.obstacles(found);
			if (obstacles.length > 0 && reason === '')
				return { kind: 'refused', reason: 'does-not-fit', obstacles };
		}
		const next = decision === 'approve' ? 'approved' : 'declined';
		const { orm } = ctx.db;
		const [{ rowsAffected }] = await orm.batch([
			orm
				.update(leaveRequests)
				.set({ state: next, decidedBy: actor.id, decidedAt: ctx.now(), reason: reason || null })
				.where(
					and(
						eq(leaveRequests.id, id),
						inArray(
							leaveRequests.state,
							decision === 'approve' ? ['asked', 'waiting'] : ['asked', 'waiting', 'approved']
						)
					)
				),
			recordAuditIfChanged(ctx, actor, {
				action: decision === 'approve' ? 'leave.approve' : 'leave.decline',
				subject: `agent:${agentId}`,
				before: { id, state },
				after: { id, state: next },
				reason
			}),
			...(decision === 'decline' ? [absencesBack(ctx, actor, id)] : [])
		]);
		if (rowsAffected === 0) return GONE;
		await tellOfLeave(ctx, found, `leave.${next}`);
		if (decision === 'decline' && state !== 'waiting') await moveUp(ctx);
		return { kind: next };
	});
}
