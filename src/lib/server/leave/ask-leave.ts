import { randomUUID } from 'node:crypto';
import type { LeaveObstacle, LeaveState } from '#lib/contracts/requests.ts';
import { ownAgentOf, parseInput } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { leaveRequests } from '../db/schema/index.ts';
import { inTurn } from '../in-turn.ts';
import { siteClock } from '../site-clock.ts';
import { LeaveInput, leaveOf } from './leave-input.ts';
import { moveUp } from './move-up.ts';

export interface AskedLeave {
	id: string;
	state: LeaveState;
	/** Of the wait-list, from 1; null where it does not wait. */
	place: number | null;
	/** Why it waits. */
	obstacles: LeaveObstacle[];
}

/**
 * Asks for leave for oneself. What fits the day's limit and the allowance is approved, where the centre wants it so, or
 * waits for a planner and holds its place; the rest goes to the wait-list, whose people come first.
 */
export async function askLeave(ctx: Context, actor: Actor, input: LeaveInput): Promise<AskedLeave> {
	const agentId = ownAgentOf(actor, 'schedule.own');
	const wanted = parseInput('Asking for leave', LeaveInput, input);
	const { orm } = ctx.db;
	return inTurn(ctx.db, async () => {
		const clock = await siteClock(ctx);
		// Whoever waits comes first where there are more places by now: people and their skills change without a word here.
		const book = await moveUp(ctx);
		const request = { ...leaveOf(wanted, book, { agentId, ...clock }), id: randomUUID() };
		const obstacles = book.obstacles(request);
		const state: LeaveState =
			obstacles.length > 0 ? 'waiting' : book.terms.isAutomatic ? 'approved' : 'asked';
		// Its order is the database's to give.
		const { order: _, ...row } = { ...request, state, decidedAt: state === 'approved' ? clock.now : null };
		await orm.batch([
			orm.insert(leaveRequests).values(row),
			recordAudit(ctx, actor, { action: 'leave.ask', subject: `agent:${agentId}`, after: row })
		]);
		return { id: row.id, state, place: book.placeInLine({ ...request, state }), obstacles };
	});
}
