import { and, eq } from 'drizzle-orm';
import type { QualityForm, Words } from '#solver/quality/index.ts';
import { can, ForbiddenError } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { qualityFormVersions } from '../db/schema/index.ts';

export interface FormVersion {
	formId: string;
	version: number;
	name: Words;
	body: QualityForm;
	createdBy: string;
	createdAt: number;
}

/** The version that an evaluation was made with. For verbs, which have checked who asks. */
export async function formVersionOf(
	{ db }: Context,
	actor: Pick<Actor, 'rights' | 'scope'>,
	formId: string,
	version: number
): Promise<FormVersion> {
	if (!can(actor, 'quality.view') && !can(actor, 'quality.own')) throw new ForbiddenError('quality.view');
	const [row] = await db.orm
		.select()
		.from(qualityFormVersions)
		.where(and(eq(qualityFormVersions.formId, formId), eq(qualityFormVersions.version, version)));
	if (!row) throw new Error(`Reading version ${version} of form "${formId}": it is not stored.`);
	return row;
}
