import { randomUUID } from 'node:crypto';
import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { AnswersInput } from '#lib/contracts/quality.ts';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { contacts, qualityEvaluations } from '../db/schema/index.ts';
import { formVersionOf } from './form-version.ts';
import { readSubject } from './read-subject.ts';
import { scoreAnswers } from './score-answers.ts';
import { siteZone } from './site-zone.ts';

const DraftInput = z.object({
	contactId: z.string().min(1).max(200),
	agentId: z.string().min(1).max(200),
	formId: z.string().min(1).max(60),
	formVersion: z.int().min(1),
	calibrationId: z.string().max(60).nullable().default(null),
	answers: AnswersInput,
	comment: z.string().max(4_000).default('')
});
export type DraftInput = z.input<typeof DraftInput>;

/** Keeps what an evaluator has answered so far; nobody else sees it until it is shared. */
export async function saveDraft(ctx: Context, actor: Actor, input: DraftInput): Promise<{ id: string }> {
	requireRight(actor, 'quality.evaluate');
	const draft = parseInput('Keeping an evaluation', DraftInput, input);
	const { contactId, agentId, calibrationId } = draft;
	const subject = await readSubject(ctx, actor, { contactId, agentId, calibrationId });
	if (!subject)
		throw new InvalidInputError(
			`Keeping an evaluation: agent "${agentId}" has not handled contact "${contactId}"${calibrationId ? ', or it is not in the calibration' : ''}.`
		);
	const { own } = subject;
	if (own?.state === 'shared')
		throw new InvalidInputError(`Keeping an evaluation: yours of contact "${contactId}" is shared already.`);
	if (
		subject.calibration &&
		(subject.form?.formId !== draft.formId || subject.form.version !== draft.formVersion)
	)
		throw new InvalidInputError('Keeping an evaluation: the calibration uses another form.');
	const form = await formVersionOf(ctx, actor, draft.formId, draft.formVersion);
	const { score, weighted, failedBy } = scoreAnswers('Keeping an evaluation', form.body, draft.answers);
	const { orm } = ctx.db;
	const at = ctx.now();
	const values = {
		formId: draft.formId,
		formVersion: draft.formVersion,
		answers: draft.answers,
		comment: draft.comment,
		score,
		weighted,
		failedBy,
		changedAt: at
	};
	if (own) {
		await orm
			.update(qualityEvaluations)
			.set(values)
			.where(and(eq(qualityEvaluations.id, own.id), eq(qualityEvaluations.state, 'draft')));
		return { id: own.id };
	}
	const id = randomUUID();
	const [contact] = await orm.select().from(contacts).where(eq(contacts.id, contactId));
	const contactAt = await handledAt(ctx, contactId, agentId);
	await orm.batch([
		orm.insert(qualityEvaluations).values({
			id,
			contactId,
			agentId,
			basis: calibrationId ? 'calibration' : 'chosen',
			calibrationId: calibrationId ?? '',
			evaluator: actor.id,
			contactAt,
			contactDate: format(new TZDate(contactAt, await siteZone(ctx)), 'yyyy-MM-dd'),
			isDemo: contact?.isDemo ?? false,
			createdAt: at,
			...values
		}),
		recordAudit(ctx, actor, {
			action: 'evaluation.begin',
			subject: `evaluation:${id}`,
			after: { contactId, agentId }
		})
	]);
	return { id };
}

async function handledAt({ db }: Context, contactId: string, agentId: string): Promise<number> {
	const { rows } = await db.client.execute({
		sql: `SELECT min(handled_until) AS at FROM visits WHERE contact_id = ? AND agent_id = ? AND outcome = 'answered'`,
		args: [contactId, agentId]
	});
	return Number(rows[0]!.at);
}
