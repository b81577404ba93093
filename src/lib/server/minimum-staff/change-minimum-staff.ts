import { randomUUID } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { minimumStaff, skills } from '../db/schema/index.ts';
import { inTurn } from '../in-turn.ts';
import { keyOf, MinimumStaffInput } from './minimum-staff-rule.ts';

const ACTION = 'Changing minimum staff';
const MOST = 200;

export const MinimumStaffChange = z
	.strictObject({
		/** With an id: what it is from now on (or is again); without: a new one. */
		put: z.array(MinimumStaffInput).max(MOST).default([]),
		/** Ids to remove. */
		remove: z.array(z.string()).max(MOST).default([])
	})
	.refine(({ put, remove }) => put.length + remove.length > 0, 'nothing was asked for');
export type MinimumStaffChange = z.input<typeof MinimumStaffChange>;

/** What was done, and what to ask for to have it undone. */
export interface MinimumStaffChanged {
	added: number;
	changed: number;
	removed: number;
	undo: MinimumStaffChange;
}

/**
 * Adds, changes and removes minimum staff in one go: all of it or, when some of it can't be, nothing. Rosters that are
 * searched or copied from then on keep it; others stay as they are.
 */
export async function changeMinimumStaff(
	ctx: Context,
	actor: Actor,
	input: MinimumStaffChange
): Promise<MinimumStaffChanged> {
	requireRight(actor, 'roster.compute');
	const wanted = parseInput(ACTION, MinimumStaffChange, input);
	return inTurn(ctx.db, () => change(ctx, actor, wanted));
}

async function change(
	ctx: Context,
	actor: Actor,
	{ put, remove }: z.output<typeof MinimumStaffChange>
): Promise<MinimumStaffChanged> {
	const { orm } = ctx.db;
	const [standing, known] = await Promise.all([
		orm.select().from(minimumStaff),
		orm.select({ id: skills.id }).from(skills)
	]);
	const standingById = new Map(standing.map((row) => [row.id, row]));
	const skillIds = new Set(known.map(({ id }) => id));
	for (const { skillId } of put)
		if (skillId !== null && !skillIds.has(skillId))
			throw new InvalidInputError(`${ACTION}: there is no skill "${skillId}".`);

	const now = ctx.now();
	const rows = put.map(({ id = randomUUID(), ...rule }) => {
		const before = standingById.get(id);
		return {
			...{ id, ...rule },
			createdBy: before?.createdBy ?? actor.id,
			createdAt: before?.createdAt ?? now
		};
	});
	const gone = [...new Set(remove)].flatMap((id) => standingById.get(id) ?? []);
	const touched = [...new Set([...gone, ...rows].map(({ id }) => id))];
	const after = [...rows, ...standing.filter(({ id }) => !touched.includes(id))];
	if (after.length > MOST)
		throw new InvalidInputError(`${ACTION}: it would be ${after.length}; wanted no more than ${MOST}.`);
	refuseTwins(after);

	const before = rows.flatMap(({ id }) => standingById.get(id) ?? []);
	const added = rows.filter(({ id }) => !standingById.has(id));
	if (touched.length > 0)
		await orm.batch([
			orm.delete(minimumStaff).where(inArray(minimumStaff.id, touched)),
			...(rows.length > 0 ? [orm.insert(minimumStaff).values(rows)] : []),
			recordAudit(ctx, actor, {
				action: 'minimum-staff.change',
				subject: 'minimum-staff',
				before: [...gone, ...before],
				after: rows
			})
		]);
	return {
		...{ added: added.length, changed: before.length, removed: gone.length },
		undo: {
			put: [...gone, ...before].map(({ createdBy: _, createdAt: __, ...rule }) => rule),
			remove: added.map(({ id }) => id)
		}
	};
}

/** @param rows what is asked for first, then what stands */
function refuseTwins(rows: readonly (Parameters<typeof keyOf>[0] & { id: string; agents: number })[]): void {
	const seen = new Map<string, string>();
	for (const row of rows) {
		const twin = seen.get(keyOf(row));
		if (twin !== undefined)
			throw new InvalidInputError(
				twin === row.id
					? `${ACTION}: "${row.id}" is there twice; wanted each once.`
					: `${ACTION}: there is a minimum of ${row.agents} for the same skill, days and times already; change that one.`
			);
		seen.set(keyOf(row), row.id);
	}
}
