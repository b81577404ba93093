import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { FormBody } from '#lib/contracts/quality.ts';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { qualityForms, qualityFormVersions } from '../db/schema/index.ts';

const name = z.string().trim().min(1).max(120);
const SaveInput = z.object({
	/** Null: a new form. */
	id: z.string().min(1).max(60).nullable(),
	name: z.object({ en: name, es: name }),
	body: FormBody,
	/** The version that was edited: a newer one by somebody else is not run over. */
	basedOn: z.int().min(1).nullable()
});
export type FormSaved =
	{ status: 'saved'; id: string; version: number } | { status: 'outdated'; version: number };

/** Keeps a form as a new version; evaluations made before keep theirs. */
export async function saveForm(
	ctx: Context,
	actor: Actor,
	input: z.input<typeof SaveInput>
): Promise<FormSaved> {
	requireRight(actor, 'quality.forms');
	const { id, name, body, basedOn } = parseInput('Saving a form', SaveInput, input);
	const { orm } = ctx.db;
	const at = ctx.now();
	const [known] = id === null ? [] : await orm.select().from(qualityForms).where(eq(qualityForms.id, id));
	if (id !== null && !known) throw new InvalidInputError(`Saving a form: there is no form "${id}".`);
	if (known && basedOn !== known.version) return { status: 'outdated', version: known.version };
	const formId = id ?? randomUUID();
	const version = (known?.version ?? 0) + 1;
	const stored = { formId, version, name, body, createdBy: actor.id, createdAt: at };
	await orm.batch([
		orm
			.insert(qualityForms)
			.values({ id: formId, version, createdAt: at })
			.onConflictDoUpdate({ target: qualityForms.id, set: { version } }),
		// A second writer of the same version fails here, and with it the whole batch.
		orm.insert(qualityFormVersions).values(stored),
		recordAudit(ctx, actor, {
			action: 'quality-form.save',
			subject: `quality-form:${formId}`,
			before: known && { version: known.version },
			after: { version, name }
		})
	]);
	return { status: 'saved', id: formId, version };
}
