import { desc, eq } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { qualityForms, qualityFormVersions } from '../db/schema/index.ts';
import type { FormVersion } from './form-version.ts';

/** One form with all its versions, newest first; null when there is none of that id. */
export async function readForm(
	{ db }: Context,
	actor: Pick<Actor, 'rights' | 'scope'>,
	formId: string
): Promise<{ isRetired: boolean; versions: FormVersion[] } | null> {
	requireRight(actor, 'quality.view');
	const [form] = await db.orm.select().from(qualityForms).where(eq(qualityForms.id, formId));
	if (!form) return null;
	const versions = await db.orm
		.select()
		.from(qualityFormVersions)
		.where(eq(qualityFormVersions.formId, formId))
		.orderBy(desc(qualityFormVersions.version));
	return { isRetired: form.isRetired, versions };
}
