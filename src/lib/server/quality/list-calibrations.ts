import { desc } from 'drizzle-orm';
import { leniency } from '#solver/quality/index.ts';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { qualityCalibrations } from '../db/schema/index.ts';
import { named, scoreOf, sharedIn, type NamedLeniency } from './calibration-scores.ts';

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
