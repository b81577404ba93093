import { randomUUID } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { queues, specialDays } from '../db/schema/index.ts';
import { keyOf, SpecialDayInput, type SpecialDayRow } from './special-day.ts';

const ChangeInput = z
	.object({
		/** With an id: what it is from now on (or is again); without: a new one. */
		put: z.array(z.intersection(SpecialDayInput, z.object({ id: z.uuid().optional() }))).max(5_000),
		/** Ids to remove. */
		remove: z.array(z.string()).max(5_000)
	})
	.refine(({ put, remove }) => put.length + remove.length > 0, 'nothing was asked for');
export type SpecialDaysChange = z.input<typeof ChangeInput>;

/** What was done, and what to ask for to have it undone. */
export interface SpecialDaysChanged {
	added: number;
	changed: number;
	removed: number;
	undo: SpecialDaysChange;
}

const ROWS_PER_STATEMENT = 500;

/**
 * Adds, changes and removes special days in one go: all of it or, when two would be of the same day, queue and name,
 * nothing.
 */
export async function changeSpecialDays(
	ctx: Context,
	actor: Actor,
	input: SpecialDaysChange,
	action = 'Changing special days'
): Promise<SpecialDaysChanged> {
	requireRight(actor, 'forecast.adjust');
	const { put, remove } = parseInput(action, ChangeInput, input);
	const { orm } = ctx.db;
	const known = new Map((await orm.select().from(specialDays)).map((row) => [row.id, row]));
	const queueIds = new Set((await orm.select({ id: queues.id }).from(queues)).map(({ id }) => id));
	for (const { queueId } of put)
		if (queueId !== null && !queueIds.has(queueId))
			throw new InvalidInputError(`${action}: there is no queue "${queueId}".`);

	const now = ctx.now();
	const rows = put.map(({ id, ...day }): SpecialDayRow => {
		const before = id === undefined ? undefined : known.get(id);
		const createdBy = before?.createdBy ?? actor.id;
		return { id: id ?? randomUUID(), ...day, createdBy, createdAt: before?.createdAt ?? now };
	});
	const gone = [...new Set(remove)].flatMap((id) => known.get(id) ?? []);
	const touched = new Set([...gone, ...rows].map(({ id }) => id));
	refuseTwins(action, [...rows, ...[...known.values()].filter(({ id }) => !touched.has(id))]);

	const before = rows.flatMap(({ id }) => known.get(id) ?? []);
	const added = rows.filter(({ id }) => !known.has(id));
	const undo: SpecialDaysChange = {
		put: [...gone, ...before].map(({ createdBy: _, createdAt: __, ...day }) => day),
		remove: added.map(({ id }) => id)
	};
	const drop = [...touched];
	if (drop.length > 0) {
		const inserts = [];
		for (let i = 0; i < rows.length; i += ROWS_PER_STATEMENT)
			inserts.push(orm.insert(specialDays).values(rows.slice(i, i + ROWS_PER_STATEMENT)));
		await orm.batch([
			orm.delete(specialDays).where(inArray(specialDays.id, drop)),
			...inserts,
			recordAudit(ctx, actor, {
				action: 'special-days.change',
				subject: 'special-days',
				before: [...gone, ...before],
				after: rows
			})
		]);
	}
	return { added: added.length, changed: before.length, removed: gone.length, undo };
}

function refuseTwins(action: string, rows: readonly SpecialDayRow[]): void {
	const seen = new Set<string>();
	for (const row of rows) {
		if (seen.has(keyOf(row)))
			throw new InvalidInputError(
				`${action}: "${row.name}" on ${row.date} is there already for ${row.queueId ? `queue "${row.queueId}"` : 'all queues'}. Change that one, or give this one another name.`
			);
		seen.add(keyOf(row));
	}
}
