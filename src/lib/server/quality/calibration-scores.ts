import { and, eq, inArray } from 'drizzle-orm';
import { type GivenScore, type Leniency } from '#solver/quality/index.ts';
import type { Context } from '../context.ts';
import { qualityEvaluations } from '../db/schema/index.ts';
import { namesOf } from './people.ts';

export interface NamedLeniency extends Leniency {
	/** Null: the account is gone. */
	name: string | null;
}

export type Given = typeof qualityEvaluations.$inferSelect;

/** What evaluators have shared in these calibrations. */
export async function sharedIn({ db }: Context, ids: readonly string[]): Promise<Given[]> {
	if (ids.length === 0) return [];
	return db.orm
		.select()
		.from(qualityEvaluations)
		.where(and(inArray(qualityEvaluations.calibrationId, [...ids]), eq(qualityEvaluations.state, 'shared')));
}

export const scoreOf = ({ evaluator, calibrationId, contactId, agentId, score }: Given): GivenScore[] =>
	score === null ? [] : [{ evaluator, contact: [calibrationId, contactId, agentId].join('\n'), score }];

/** With the names of those who evaluated. */
export async function named(ctx: Context, found: Leniency[]): Promise<NamedLeniency[]> {
	const names = await namesOf(ctx);
	return found.map((one) => ({ ...one, name: names.evaluator(one.evaluator) }));
}
