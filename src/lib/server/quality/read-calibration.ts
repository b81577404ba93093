import { eq } from 'drizzle-orm';
import { agreement, leniency, type Agreement } from '#solver/quality/index.ts';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { qualityCalibrations } from '../db/schema/index.ts';
import { namesOf } from './people.ts';
import { formVersionOf, type FormVersion } from './form-version.ts';
import { named, scoreOf, sharedIn, type Given, type NamedLeniency } from './calibration-scores.ts';

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
