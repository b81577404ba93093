import Papa from 'papaparse';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { queues, specialDays } from '../db/schema/index.ts';
import { changeSpecialDays, type SpecialDaysChanged } from './change-special-days.ts';
import { readSpecialDay, type SpecialDayProblem } from './read-special-day.ts';
import { keyOf } from './special-day.ts';

export interface SpecialDaysImported extends SpecialDaysChanged {
	/** Rows that said what was known already. */
	unchanged: number;
	/** Rows left out, by their line in the file. */
	problems: SpecialDayProblem[];
}

const MOST_ROWS = 5_000;

/**
 * Brings special days in from a CSV with the columns of the export, of which `date` and `name` must be there. A row
 * of a day, queue and name that are known changes that one; bad rows are named and left out.
 */
export async function importSpecialDays(
	ctx: Context,
	actor: Actor,
	text: string
): Promise<SpecialDaysImported> {
	requireRight(actor, 'forecast.adjust');
	const { data } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
		header: true,
		skipEmptyLines: 'greedy',
		transformHeader: (header) => header.trim().toLowerCase()
	});
	const { orm } = ctx.db;
	const rows = await orm.select({ id: queues.id, name: queues.name }).from(queues);
	const queueOf = new Map(rows.flatMap(({ id, name }) => [[name, id] as const]));
	for (const { id } of rows) queueOf.set(id, id);
	const known = new Map((await orm.select().from(specialDays)).map((row) => [keyOf(row), row]));

	const problems: SpecialDayProblem[] = [];
	const put = new Map<string, Parameters<typeof changeSpecialDays>[2]['put'][number]>();
	let unchanged = 0;
	data.slice(0, MOST_ROWS).forEach((cells, index) => {
		const read = readSpecialDay(cells, index + 2, queueOf);
		if ('problem' in read) return void problems.push(read);
		const before = known.get(keyOf(read.day));
		const isSame =
			before &&
			before.isClosed === read.day.isClosed &&
			before.factor === read.day.factor &&
			before.isIgnored === read.day.isIgnored;
		if (isSame) unchanged++;
		else put.set(keyOf(read.day), { ...read.day, ...(before && { id: before.id, source: before.source }) });
	});
	if (data.length > MOST_ROWS)
		problems.push({ line: MOST_ROWS + 2, problem: 'too-many-rows', value: String(data.length) });
	const none = { added: 0, changed: 0, removed: 0, undo: { put: [], remove: [] } };
	const changed =
		put.size > 0
			? await changeSpecialDays(ctx, actor, { put: [...put.values()], remove: [] }, 'Importing special days')
			: none;
	return { ...changed, unchanged, problems };
}
