import { and, asc, count, eq, ne } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { qualityEvaluations, qualityForms, qualityFormVersions } from '../db/schema/index.ts';
import type { FormVersion } from './form-version.ts';

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
