import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { MinimumStaff, RosterProblem } from '#solver/rostering/index.ts';
import { parseInput, requireRight } from '../../access/index.ts';
import { recordAuditIfChanged } from '../../audit/index.ts';
import type { Actor, Context } from '../../context.ts';
import { rosters } from '../../db/schema/index.ts';
import { minimumStaffFor } from '../../minimum-staff/index.ts';
import { onGrid } from '../minimum-staff-on-grid.ts';

/** Of a roster's problem, without the rest, which is large. */
const part = <T>(name: keyof RosterProblem) =>
	sql`problem -> ${`$.${name}`}`.mapWith((text: string) => JSON.parse(text) as T);

export const CopyInput = z.object({ rosterId: z.string().min(1), name: z.string().trim().min(1).max(120) });
export type CopyInput = z.input<typeof CopyInput>;

/**
 * Makes a draft with the same shifts, to be edited while the other one stays as it is; the minimum staff is that of now.
 * Null when there is none such.
 */
export async function copyRoster(
	ctx: Context,
	actor: Actor,
	input: CopyInput
): Promise<{ rosterId: string } | null> {
	requireRight(actor, 'roster.edit');
	const { rosterId, name } = parseInput('Copying a roster', CopyInput, input);
	const { orm } = ctx.db;
	const [found] = await orm
		.select({
			timeZone: rosters.timeZone,
			horizon: part<RosterProblem['horizon'] | null>('horizon'),
			grid: part<number>('intervalMinutes'),
			minimumStaff: part<MinimumStaff[] | null>('minimumStaff')
		})
		.from(rosters)
		.where(eq(rosters.id, rosterId));
	if (!found) return null;
	const id = randomUUID();
	const minimumStaff = found.horizon
		? onGrid(await minimumStaffFor(ctx, { ...found.horizon, timeZone: found.timeZone }), found.grid)
		: [];
	const problem =
		minimumStaff.length > 0
			? sql`json_set(problem, '$.minimumStaff', json(${JSON.stringify(minimumStaff)}))`
			: sql`json_remove(problem, '$.minimumStaff')`;
	// The bound of a roster that had to keep another minimum may be too high for this one.
	const before = found.minimumStaff ?? [];
	const isBounded = before.length === 0 || JSON.stringify(before) === JSON.stringify(minimumStaff);
	const claimed = isBounded ? sql`result` : sql`json_set(result, '$.lowerBound', null, '$.gap', null)`;
	// The run that the other one came from was not asked for this one; that it was changed by hand is true of both.
	const result = sql`json_set(json_remove(${claimed}, '$.asked'), '$.editedAt', coalesce(
		(select max(created_at) from roster_edits where roster_id = rosters.id), json_extract(result, '$.editedAt')))`;
	await orm.batch([
		orm.run(sql`insert into rosters
			(id, name, plan_id, status, from_at, to_at, time_zone, problem, result, based_on, created_by, created_at)
			select ${id}, ${name}, plan_id, 'draft', from_at, to_at, time_zone, ${problem}, ${result}, id, ${actor.id}, ${ctx.now()}
			from rosters where id = ${rosterId}`),
		recordAuditIfChanged(ctx, actor, {
			action: 'roster.copy',
			subject: `roster:${id}`,
			after: { name, basedOn: rosterId }
		}),
		// Ids of their own: an edit names a shift by its id alone.
		orm.run(sql`insert into shifts (id, roster_id, agent_id, template_id, start_at, end_at, breaks)
			select lower(hex(randomblob(16))), ${id}, agent_id, template_id, start_at, end_at, breaks
			from shifts where roster_id = ${rosterId} and exists (select 1 from rosters where id = ${id})`)
	]);
	return { rosterId: id };
}
