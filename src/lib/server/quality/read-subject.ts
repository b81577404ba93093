import { and, desc, eq, ne } from 'drizzle-orm';
import type { EvaluationBasis } from '#lib/contracts/quality.ts';
import type { RiskReason } from '#solver/quality/index.ts';
import { leadsAgent, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { qualityCalibrations, qualityEvaluations, qualitySamples } from '../db/schema/index.ts';
import { formVersionOf, type FormVersion } from './form-version.ts';
import { listForms } from './list-forms.ts';
import { namesOf } from './people.ts';
import { staysToSample } from './stays-to-sample.ts';

export type EvaluationRow = typeof qualityEvaluations.$inferSelect;

/** What the evaluating page needs of a contact. */
export interface Subject {
	contactId: string;
	agent: { id: string; name: string };
	/** Others who handled it and may be evaluated for it. */
	agents: { id: string; name: string }[];
	basis: EvaluationBasis;
	probability: number | null;
	reasons: RiskReason[];
	form: FormVersion | null;
	/** Forms in use, by newest version; in a calibration the form is given. */
	forms: FormVersion[];
	calibration: { id: string; name: string } | null;
	/** This evaluator's own, draft or shared. */
	own: EvaluationRow | null;
	/** Somebody else has shared one (never told in a calibration). */
	others: number;
}

/** Null: the contact is unknown, or no agent has handled it to its end. */
export async function readSubject(
	ctx: Context,
	actor: Actor,
	wanted: {
		contactId: string;
		agentId?: string | null;
		calibrationId?: string | null;
		formId?: string | null;
	}
): Promise<Subject | null> {
	requireRight(actor, 'quality.evaluate');
	const { orm } = ctx.db;
	const { contactId, calibrationId = null } = wanted;
	const handled = await staysToSample(ctx, { fromMs: 0, toMs: ctx.now() + 1 }, { contactId });
	const stays = handled.filter(({ agentId }) => leadsAgent(actor, agentId));
	const names = await namesOf(ctx);
	const agents = stays.map(({ agentId: id }) => ({ id, name: names.agent(id) }));
	const agent = wanted.agentId ? agents.find(({ id }) => id === wanted.agentId) : agents.at(-1);
	if (!agent) return null;
	const [calibration] = calibrationId
		? await orm.select().from(qualityCalibrations).where(eq(qualityCalibrations.id, calibrationId))
		: [];
	const isMember = calibration?.contacts.some(
		(one) => one.contactId === contactId && one.agentId === agent.id
	);
	if (calibrationId && !isMember) return null;
	const same = and(
		eq(qualityEvaluations.contactId, contactId),
		eq(qualityEvaluations.agentId, agent.id),
		eq(qualityEvaluations.calibrationId, calibrationId ?? ''),
		ne(qualityEvaluations.state, 'discarded')
	);
	const made = await orm
		.select()
		.from(qualityEvaluations)
		.where(same)
		.orderBy(desc(qualityEvaluations.createdAt));
	const own = made.find(({ evaluator }) => evaluator === actor.id) ?? null;
	const [sample] = await orm
		.select()
		.from(qualitySamples)
		.where(and(eq(qualitySamples.contactId, contactId), eq(qualitySamples.agentId, agent.id)));
	const forms = (await listForms(ctx, actor)).filter(({ isRetired }) => !isRetired);
	const chosen = wanted.formId ? forms.find(({ formId }) => formId === wanted.formId) : undefined;
	const given = calibration
		? { formId: calibration.formId, version: calibration.formVersion }
		: own
			? { formId: own.formId, version: own.formVersion }
			: null;
	const form = chosen && !calibration && (!own || own.state === 'draft') ? chosen : null;
	return {
		contactId,
		agent,
		agents,
		basis: calibration ? 'calibration' : sample?.state === 'open' ? sample.basis : (own?.basis ?? 'chosen'),
		probability: sample?.state === 'open' ? sample.probability : null,
		reasons: sample?.reasons ?? [],
		form: form ?? (given ? await formVersionOf(ctx, actor, given.formId, given.version) : (forms[0] ?? null)),
		forms,
		calibration: calibration ? { id: calibration.id, name: calibration.name } : null,
		own,
		others: calibration
			? 0
			: made.filter(({ evaluator, state }) => evaluator !== actor.id && state === 'shared').length
	};
}
