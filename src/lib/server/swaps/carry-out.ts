import { randomUUID } from 'node:crypto';
import type { InStatement } from '@libsql/client';
import { recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import type { ScheduledShift } from '../rosters/index.ts';
import type { AgreedOffer } from './offer.ts';
import { standingSwap } from './standing-swap.ts';

export type CarriedOut =
	| { kind: 'done' }
	/** A schedule has changed since: these rules would be broken now. */
	| { kind: 'refused'; reason: 'rules'; rules: string[] }
	/** One of the shifts is no longer as it was, or the offer is not. */
	| { kind: 'refused'; reason: 'gone' };

/** As which the changes of a swap are kept among the changes of the day. */
export const changesOf = (offerId: string): string => `swap:${offerId}`;

const ATTEMPTS = 5;

/** Whatever changes a published schedule changes this. */
const SCHEDULE_VERSION = `SELECT json_array((SELECT max("order") FROM schedule_changes),
	(SELECT count(*) FROM schedule_changes WHERE removed_at IS NOT NULL),
	(SELECT json_group_array(id || ' ' || published_at) FROM rosters WHERE status = 'published'))`;

/**
 * Lets a shift change hands, in one transaction and under every rule as things stand: what is checked is what is changed,
 * or it is checked again. Nobody is told. Within a turn: see inTurn().
 *
 * @param offer as stored, open or accepted; `takenBy` and the return as agreed
 */
export async function carryOut(
	ctx: Context,
	actor: Actor,
	offer: AgreedOffer,
	decision: { decidedBy: string | null; reason: string | null }
): Promise<CarriedOut> {
	const { client } = ctx.db;
	const now = ctx.now();
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		const { rows } = await client.execute(`${SCHEDULE_VERSION} AS version`);
		const version = String(rows[0]!.version);
		const { returnStartAt, takenBy } = offer;
		const stands = await standingSwap(ctx, offer);
		if (!stands) return { kind: 'refused', reason: 'gone' };
		const { shift, back, rules } = stands;
		if (rules.length > 0) return { kind: 'refused', reason: 'rules', rules };
		const [updated] = await client.batch(
			[
				{
					sql: `UPDATE swap_offers SET state = 'done', taken_by = ?1, taken_at = coalesce(taken_at, ?2), return_start_at = ?3,
						return_end_at = ?4, decided_by = ?5, decided_at = ?2, reason = ?6
						WHERE id = ?7 AND state IN ('open', 'accepted') AND (${SCHEDULE_VERSION}) = ?8`,
					args: [
						...[takenBy, now, returnStartAt, offer.returnEndAt],
						...[decision.decidedBy, decision.reason, offer.id, version]
					]
				},
				...handOver(ctx, actor, now, offer, [
					{ fromId: offer.agentId, toId: takenBy, shift },
					...(back ? [{ fromId: takenBy, toId: offer.agentId, shift: back }] : [])
				])
			],
			'write'
		);
		if (updated!.rowsAffected > 0) return { kind: 'done' };
		const { rows: still } = await client.execute({
			sql: `SELECT 1 FROM swap_offers WHERE id = ? AND state IN ('open', 'accepted')`,
			args: [offer.id]
		});
		if (still.length === 0) return { kind: 'refused', reason: 'gone' };
	}
	throw new Error('Carrying a swap out: schedules change faster than they can be checked.');
}

/**
 * Statements by which shifts go from one to another, each with its entry; they do nothing unless the offer is done. Who
 * takes a shift has given theirs before: where the two overlap, giving cuts what is taken.
 */
function handOver(
	ctx: Context,
	actor: Actor,
	now: number,
	offer: AgreedOffer,
	hands: readonly { fromId: string; toId: string; shift: ScheduledShift }[]
): InStatement[] {
	return [
		...hands.map(({ fromId, shift }) => ({ agentId: fromId, kind: 'given', shift, parts: null })),
		...hands.map(({ toId, shift }) => ({
			...{ agentId: toId, kind: 'taken', shift },
			parts: JSON.stringify(shift.breaks)
		}))
	].flatMap(({ agentId, kind, shift, parts }) => {
		const change = { id: randomUUID(), kind, fromAt: shift.startAt, toAt: shift.endAt };
		const entry = recordAuditIfChanged(ctx, actor, {
			action: 'schedule.swap',
			subject: `agent:${agentId}`,
			after: { ...change, swap: offer.id }
		}).toSQL();
		return [
			{
				sql: `INSERT INTO schedule_changes (id, agent_id, kind, from_at, to_at, parts, proposal_id, reason, created_by, created_at)
					SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10
					WHERE EXISTS (SELECT 1 FROM swap_offers WHERE id = ?11 AND state = 'done' AND decided_at = ?10)
						AND NOT EXISTS (SELECT 1 FROM schedule_changes WHERE proposal_id = ?7 AND agent_id = ?2 AND kind = ?3 AND from_at = ?4)`,
				args: [
					...[change.id, agentId, kind, shift.startAt, shift.endAt, parts, changesOf(offer.id)],
					...[offer.note, actor.id, now, offer.id]
				]
			},
			{ sql: entry.sql, args: entry.params as (string | number | null)[] }
		];
	});
}
