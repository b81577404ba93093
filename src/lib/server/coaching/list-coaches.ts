import type { CoachLoad } from '#lib/contracts/coaching-views.ts';
import { asc, gt, inArray, or } from 'drizzle-orm';
import { leadsAgent, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { coachingSessions, users } from '../db/schema/index.ts';
import { stateAt } from './session-row.ts';

const DAY_MS = 86_400_000;

/** Everybody who can coach, with what is on their hands. */
export async function listCoaches(ctx: Context, actor: Actor): Promise<CoachLoad[]> {
	requireRight(actor, 'coaching.view');
	const { orm } = ctx.db;
	const now = ctx.now();
	const since = now - 28 * DAY_MS;
	const [people, sessions] = await Promise.all([
		orm
			.select({ id: users.id, name: users.name })
			.from(users)
			.where(inArray(users.role, ['supervisor', 'admin']))
			.orderBy(asc(users.name)),
		orm
			.select({
				coachId: coachingSessions.coachId,
				agentId: coachingSessions.agentId,
				state: coachingSessions.state,
				startAt: coachingSessions.startAt,
				endAt: coachingSessions.endAt,
				heldAt: coachingSessions.heldAt
			})
			.from(coachingSessions)
			.where(or(gt(coachingSessions.startAt, since), gt(coachingSessions.heldAt, since)))
			.orderBy(asc(coachingSessions.startAt))
	]);
	const seen = sessions.filter(({ agentId }) => leadsAgent(actor, agentId));
	const byCoach = Map.groupBy(seen, ({ coachId }) => coachId);
	return people.map(({ id, name }) => {
		const own = (byCoach.get(id) ?? []).map((session) => ({ ...session, state: stateAt(session, now) }));
		const planned = own.filter(({ state, endAt }) => state === 'planned' && endAt > now);
		const held = own.filter(
			({ state, heldAt }) => ['held', 'acknowledged'].includes(state) && heldAt! > since
		);
		return {
			id,
			name,
			planned: planned.length,
			minutesNextWeek: planned
				.filter(({ startAt }) => startAt < now + 7 * DAY_MS)
				.reduce((sum, { startAt, endAt }) => sum + (endAt - startAt) / 60_000, 0),
			held: held.length,
			missed: own.filter(({ state }) => state === 'missed').length,
			agents: new Set([...planned, ...held].map(({ agentId }) => agentId)).size,
			nextAt: planned[0]?.startAt ?? null
		};
	});
}
