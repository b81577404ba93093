import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { qualityCalibrations } from '../db/schema/index.ts';
import { staysToSample } from './stays-to-sample.ts';
import { listForms } from './list-forms.ts';

const StartInput = z.object({
	name: z.string().trim().min(1).max(120),
	formId: z.string().min(1).max(60),
	contacts: z
		.array(z.object({ contactId: z.string().min(1).max(200), agentId: z.string().min(1).max(200) }))
		.min(1)
		.max(50)
});

/** Asks all evaluators to score the same contacts, each for themselves. */
export async function startCalibration(
	ctx: Context,
	actor: Actor,
	input: z.input<typeof StartInput>
): Promise<{ id: string }> {
	// All evaluators of the centre score the same contacts.
	requireRight(actor, 'quality.evaluate', { whole: true });
	const { name, formId, contacts } = parseInput('Starting a calibration', StartInput, input);
	const form = (await listForms(ctx, actor)).find((one) => one.formId === formId && !one.isRetired);
	if (!form) throw new InvalidInputError(`Starting a calibration: there is no form "${formId}" in use.`);
	const unique = [...new Map(contacts.map((one) => [`${one.contactId}\n${one.agentId}`, one])).values()];
	for (const { contactId, agentId } of unique) {
		const stays = await staysToSample(ctx, { fromMs: 0, toMs: ctx.now() + 1 }, { contactId });
		if (!stays.some((stay) => stay.agentId === agentId))
			throw new InvalidInputError(
				`Starting a calibration: agent "${agentId}" has not handled contact "${contactId}".`
			);
	}
	const id = randomUUID();
	const { orm } = ctx.db;
	await orm.batch([
		orm.insert(qualityCalibrations).values({
			id,
			name,
			formId,
			formVersion: form.version,
			contacts: unique,
			createdBy: actor.id,
			createdAt: ctx.now()
		}),
		recordAudit(ctx, actor, {
			action: 'calibration.start',
			subject: `calibration:${id}`,
			after: { name, contacts: unique.length }
		})
	]);
	return { id };
}
