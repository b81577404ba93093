import { randomUUID } from 'node:crypto';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import {
	agreement,
	leniency,
	type Agreement,
	type GivenScore,
	type Leniency
} from '#solver/quality/index.ts';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { qualityCalibrations, qualityEvaluations } from '../db/schema/index.ts';
import { formVersionOf, listForms, type FormVersion } from './forms.ts';
import { namesOf } from './people.ts';
import { staysToSample } from './stays-to-sample.ts';

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

/** Ends a calibration, so that everybody sees what came of it; or opens it again. */
export async function closeCalibration(
	ctx: Context,
	actor: Actor,
	{ id, isClosed }: { id: string; isClosed: boolean }
): Promise<void> {
	// All evaluators of the centre score the same contacts.
	requireRight(actor, 'quality.evaluate', { whole: true });
	const { orm } = ctx.db;
	const [known] = await orm.select().from(qualityCalibrations).where(eq(qualityCalibrations.id, id));
	if (!known) throw new InvalidInputError(`Closing a calibration: there is no calibration "${id}".`);
	await orm.batch([
		orm.update(qualityCalibrations).set({ isClosed }).where(eq(qualityCalibrations.id, id)),
		recordAudit(ctx, actor, {
			action: isClosed ? 'calibration.close' : 'calibration.reopen',
			subject: `calibration:${id}`
		})
	]);
}

export interface CalibrationRow {
	id: string;
	name: string;
	contacts: number;
	evaluators: number;
	/** Contacts that this reader has scored. */
	done: number;
	isClosed: boolean;
	createdAt: number;
}

/** All calibrations, newest first, and who is strict or lenient over those that this reader may see. */
export async function listCalibrations(
	ctx: Context,
	actor: Actor
): Promise<{ rows: CalibrationRow[]; leniency: NamedLeniency[] }> {
	requireRight(actor, 'quality.view', { whole: true });
	const { orm } = ctx.db;
	const all = await orm.select().from(qualityCalibrations).orderBy(desc(qualityCalibrations.createdAt));
	const given = await sharedIn(
		ctx,
		all.map(({ id }) => id)
	);
	const byCalibration = Map.groupBy(given, ({ calibrationId }) => calibrationId);
	const rows = all.map((row): CalibrationRow => {
		const own = byCalibration.get(row.id) ?? [];
		return {
			id: row.id,
			name: row.name,
			contacts: row.contacts.length,
			evaluators: new Set(own.map(({ evaluator }) => evaluator)).size,
			done: own.filter(({ evaluator }) => evaluator === actor.id).length,
			isClosed: row.isClosed,
			createdAt: row.createdAt
		};
	});
	const open = new Set(
		rows.filter(({ isClosed, done, contacts }) => isClosed || done >= contacts).map(({ id }) => id)
	);
	const scores = given.filter(({ calibrationId }) => open.has(calibrationId)).flatMap(scoreOf);
	return { rows, leniency: await named(ctx, leniency(scores)) };
}

export interface NamedLeniency extends Leniency {
	/** Null: the account is gone. */
	name: string | null;
}
export interface ItemAgreement extends Agreement {
	itemId: string;
	/** By which distance alpha was made. */
	distance: 'nominal' | 'interval';
}
export interface CalibrationView {
	id: string;
	name: string;
	isClosed: boolean;
	form: FormVersion;
	contacts: { contactId: string; agentId: string; agentName: string; isDone: boolean }[];
	/** Null: this reader has not scored all contacts yet, and must not be led by the others. */
	results: {
		evaluators: { id: string; name: string | null }[];
		/** By contact, in the order of `contacts`; null = not scored. */
		scores: (number | null)[][];
		items: ItemAgreement[];
		/** Of total scores, on interval distance. */
		total: Agreement;
		leniency: NamedLeniency[];
	} | null;
}

/** One calibration; its results only for who has nothing left to score in it, or once it is closed. */
export async function readCalibration(
	ctx: Context,
	actor: Actor,
	id: string
): Promise<CalibrationView | null> {
	requireRight(actor, 'quality.view', { whole: true });
	const [row] = await ctx.db.orm.select().from(qualityCalibrations).where(eq(qualityCalibrations.id, id));
	if (!row) return null;
	const form = await formVersionOf(ctx, actor, row.formId, row.formVersion);
	const given = await sharedIn(ctx, [id]);
	const names = await namesOf(ctx);
	const isFor = (one: Given, { contactId, agentId }: { contactId: string; agentId: string }) =>
		one.contactId === contactId && one.agentId === agentId;
	const contacts = row.contacts.map((contact) => ({
		...contact,
		agentName: names.agent(contact.agentId),
		isDone: given.some((one) => one.evaluator === actor.id && isFor(one, contact))
	}));
	const view = { id, name: row.name, isClosed: row.isClosed, form, contacts };
	if (!row.isClosed && contacts.some(({ isDone }) => !isDone)) return { ...view, results: null };
	const evaluators = [...new Set(given.map(({ evaluator }) => evaluator))].sort();
	const scores = contacts.map((contact) =>
		evaluators.map(
			(evaluator) => given.find((one) => one.evaluator === evaluator && isFor(one, contact))?.score ?? null
		)
	);
	const items = form.body.sections
		.flatMap((section) => section.items)
		.map((item): ItemAgreement => {
			const distance = item.top === 1 ? 'nominal' : 'interval';
			const units = contacts.map((contact) =>
				given.flatMap((one) =>
					isFor(one, contact) && one.answers[item.id] ? [one.answers[item.id]!.value] : []
				)
			);
			return { itemId: item.id, distance, ...agreement(units, distance) };
		});
	return {
		...view,
		results: {
			evaluators: evaluators.map((one) => ({ id: one, name: names.evaluator(one) })),
			scores,
			items,
			total: agreement(
				scores.map((some) => some.filter((score) => score !== null)),
				'interval'
			),
			leniency: await named(ctx, leniency(given.flatMap(scoreOf)))
		}
	};
}

type Given = typeof qualityEvaluations.$inferSelect;

async function sharedIn({ db }: Context, ids: readonly string[]): Promise<Given[]> {
	if (ids.length === 0) return [];
	return db.orm
		.select()
		.from(qualityEvaluations)
		.where(and(inArray(qualityEvaluations.calibrationId, [...ids]), eq(qualityEvaluations.state, 'shared')));
}

const scoreOf = ({ evaluator, calibrationId, contactId, agentId, score }: Given): GivenScore[] =>
	score === null ? [] : [{ evaluator, contact: [calibrationId, contactId, agentId].join('\n'), score }];

async function named(ctx: Context, found: Leniency[]): Promise<NamedLeniency[]> {
	const names = await namesOf(ctx);
	return found.map((one) => ({ ...one, name: names.evaluator(one.evaluator) }));
}
