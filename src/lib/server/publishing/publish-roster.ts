import { eq, max } from 'drizzle-orm';
import { z } from 'zod';
import { isConstraintFailure, parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { publications, rosters } from '../db/schema/index.ts';
import { findRoster } from '../rosters/index.ts';
import { startOf } from './difference-span.ts';
import { inTurnThenTell, type Accounts, type ToTell } from './in-turn-then-tell.ts';
import { planPublication } from './plan-publication.ts';
import { storePublication } from './store-publication.ts';

const PublishInput = z.object({
	/** To the agents. */
	note: z.string().trim().max(500, 'at most 500 characters').default(''),
	/** Why it is published although it breaks rules. */
	reason: z.string().trim().max(500, 'at most 500 characters').default(''),
	/** The newest version that the planner saw; left out: whatever there is. */
	latestVersion: z.int().min(0).optional(),
	/** Nobody is told, and nobody is asked to acknowledge. */
	isQuiet: z.boolean().default(false)
});
export type PublishInput = z.input<typeof PublishInput>;

export type Published =
	| { kind: 'published'; publicationId: string; affected: number; told: number }
	| { kind: 'unknown' }
	| { kind: 'already' }
	/** Somebody else has published or taken back since the planner looked. */
	| { kind: 'overtaken' }
	/** It breaks rules, and no reason was given. */
	| { kind: 'rules-broken'; count: number };

/**
 * Publishes a draft: for its people and days it takes the place of whatever was published, from today on where something
 * was. What it replaces is there again once it is taken back. Those whose shifts change are told, and asked to say that
 * they have read it.
 */
export async function publishRoster(
	ctx: Context,
	actor: Actor,
	id: string,
	input: PublishInput = {}
): Promise<Published> {
	requireRight(actor, 'roster.publish');
	const wanted = parseInput('Publishing a roster', PublishInput, input);
	return inTurnThenTell(ctx, 'schedule.published', (accounts) => store(ctx, actor, id, wanted, accounts));
}

async function store(
	ctx: Context,
	actor: Actor,
	id: string,
	{ note, reason, latestVersion, isQuiet }: z.output<typeof PublishInput>,
	accounts: Accounts
): Promise<ToTell<Published>> {
	const roster = await findRoster(ctx, actor, id);
	if (!roster) return { done: { kind: 'unknown' } };
	if (roster.status === 'published') return { done: { kind: 'already' } };
	const { violations } = roster.validation;
	if (violations.length > 0 && reason === '')
		return { done: { kind: 'rules-broken', count: violations.length } };
	const { orm } = ctx.db;
	const [latest] = await orm.select({ version: max(publications.version) }).from(publications);
	if (latestVersion !== undefined && latestVersion !== (latest?.version ?? 0))
		return { done: { kind: 'overtaken' } };

	const planned = await planPublication(ctx, roster);
	const { stored, statements } = storePublication(
		ctx,
		actor,
		{ kind: 'publish', rosterId: id, detail: { note, reason }, isQuiet },
		planned,
		accounts
	);
	const changed = stored.affected.flatMap(({ differences }) => differences);
	try {
		await orm.batch([
			orm.update(rosters).set({ status: 'published', publishedAt: ctx.now() }).where(eq(rosters.id, id)),
			...statements,
			recordAudit(ctx, actor, {
				action: 'roster.published',
				subject: `roster:${id}`,
				before: { status: roster.status },
				after: {
					status: 'published',
					people: stored.affected.length,
					changedDays: changed.length,
					firstChange: changed.length === 0 ? null : Math.min(...changed.map(startOf)),
					brokenRules: violations.length,
					note
				},
				reason
			})
		]);
	} catch (error) {
		// The same roster, published by another process at the same moment.
		if (isConstraintFailure(error, 'UNIQUE constraint failed: publications.roster_id'))
			return { done: { kind: 'already' } };
		throw error;
	}
	const { id: publicationId, affected, toTell } = stored;
	return {
		done: { kind: 'published', publicationId, affected: affected.length, told: toTell.length },
		toTell
	};
}
