import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import { maskPersonalData } from '#solver/conversations/masking/index.ts';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { intentExamples } from '../db/schema/index.ts';

const Example = z.object({
	text: z.string().trim().min(1).max(2_000),
	intent: z.string().trim().min(1).max(80),
	language: z.enum(['en', 'es'])
});
const ChangeInput = z.object({
	put: z.array(Example).max(5_000).default([]),
	/** Ids to remove. */
	remove: z.array(z.int()).max(5_000).default([])
});
export type ExamplesChange = z.input<typeof ChangeInput>;

export interface ExamplesChanged {
	/** New, or with another intent or language than before. */
	put: number;
	removed: number;
	undo: ExamplesChange;
}

const ROWS_PER_STATEMENT = 500;

/** Adds labelled examples, labels known texts anew, and removes some: all of it or nothing. Personal numbers are masked. */
export async function changeExamples(
	ctx: Context,
	actor: Actor,
	input: ExamplesChange
): Promise<ExamplesChanged> {
	requireRight(actor, 'settings.manage');
	const { put, remove } = parseInput('Changing intent examples', ChangeInput, input);
	const { orm } = ctx.db;
	const known = await orm.select().from(intentExamples);
	const byText = new Map(known.map((row) => [row.text, row]));
	const wanted = new Map(
		put
			.map((example) => ({ ...example, text: maskPersonalData(example.text).text }))
			.filter(({ text, intent, language }) => {
				const before = byText.get(text);
				return !before || before.intent !== intent || before.language !== language;
			})
			.map((example) => [example.text, example])
	);
	const gone = known.filter(({ id }) => remove.includes(id));
	const before = [...wanted.keys()].flatMap((text) => byText.get(text) ?? []);
	const drop = [...gone, ...before].map(({ id }) => id);
	const rows = [...wanted.values()].map((example) => ({
		...example,
		createdBy: actor.id,
		createdAt: ctx.now()
	}));
	const asExample = ({ text, intent, language }: (typeof known)[number]) => ({ text, intent, language });
	const entry = {
		action: 'intents.examples',
		subject: 'site',
		before: { gone: drop.length },
		after: { put: rows.length }
	};
	if (drop.length + rows.length === 0) return { put: 0, removed: 0, undo: {} };
	const inserts = [];
	for (let i = 0; i < rows.length; i += ROWS_PER_STATEMENT)
		inserts.push(orm.insert(intentExamples).values(rows.slice(i, i + ROWS_PER_STATEMENT)));
	await orm.batch([
		recordAudit(ctx, actor, entry),
		orm.delete(intentExamples).where(inArray(intentExamples.id, drop)),
		...inserts
	]);
	const added = rows.filter(({ text }) => !byText.has(text)).map(({ text }) => text);
	const made = added.length === 0 ? [] : await orm.select().from(intentExamples);
	return {
		put: rows.length,
		removed: gone.length,
		undo: {
			put: [...gone, ...before].map(asExample),
			remove: made.filter(({ text }) => added.includes(text)).map(({ id }) => id)
		}
	};
}
