import { and, asc, count, desc, eq, ne } from 'drizzle-orm';
import type { QualityForm, Words } from '#solver/quality/index.ts';
import { can, ForbiddenError, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { qualityEvaluations, qualityForms, qualityFormVersions } from '../db/schema/index.ts';

export interface FormVersion {
	formId: string;
	version: number;
	name: Words;
	body: QualityForm;
	createdBy: string;
	createdAt: number;
}
export interface FormRow extends FormVersion {
	isRetired: boolean;
	/** Evaluations made with any version of it. */
	uses: number;
}

/** Every form in its newest version, those in use first. */
export async function listForms({ db }: Context, actor: Pick<Actor, 'rights' | 'scope'>): Promise<FormRow[]> {
	requireRight(actor, 'quality.view');
	const { orm } = db;
	const rows = await orm
		.select({ form: qualityForms, newest: qualityFormVersions })
		.from(qualityForms)
		.innerJoin(
			qualityFormVersions,
			and(
				eq(qualityFormVersions.formId, qualityForms.id),
				eq(qualityFormVersions.version, qualityForms.version)
			)
		)
		.orderBy(asc(qualityForms.isRetired), asc(qualityForms.createdAt), asc(qualityForms.id));
	const uses = await orm
		.select({ formId: qualityEvaluations.formId, n: count() })
		.from(qualityEvaluations)
		.where(ne(qualityEvaluations.state, 'discarded'))
		.groupBy(qualityEvaluations.formId);
	const usesOf = new Map(uses.map(({ formId, n }) => [formId, n]));
	return rows.map(({ form, newest }) => ({
		...newest,
		isRetired: form.isRetired,
		uses: usesOf.get(form.id) ?? 0
	}));
}

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
