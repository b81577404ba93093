import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { publicationAgents, publications } from '../db/schema/index.ts';
import { inTurnThenTell, type Accounts, type ToTell } from './in-turn-then-tell.ts';

/** Nobody is reminded of a publication more often than this, whoever asks. */
const REMIND_EVERY_MS = 4 * 3_600_000;

const RemindInput = z.object({
	publicationId: z.string().min(1),
	/** Null: everybody who has not acknowledged it. */
	agentIds: z.array(z.string().min(1)).max(10_000).nullable().default(null)
});

export type Reminded =
	/** `tooSoon`: told or reminded within the last hours; `unreachable`: without an account. */
	{ kind: 'reminded'; reminded: number; tooSoon: number; unreachable: number } | { kind: 'unknown' };

/** Reminds those who have not acknowledged a publication that holds. */
export async function remindOfPublication(
	ctx: Context,
	actor: Actor,
	input: z.input<typeof RemindInput>
): Promise<Reminded> {
	requireRight(actor, 'roster.publish');
	const wanted = parseInput('Reminding of a publication', RemindInput, input);
	return inTurnThenTell(ctx, 'schedule.reminder', (accounts) => store(ctx, actor, wanted, accounts));
}

async function store(
	ctx: Context,
	actor: Actor,
	{ publicationId, agentIds }: z.output<typeof RemindInput>,
	accounts: Accounts
): Promise<ToTell<Reminded>> {
	const { orm } = ctx.db;
	const [publication] = await orm
		.select()
		.from(publications)
		.where(and(eq(publications.id, publicationId), isNull(publications.withdrawnAt)));
	if (!publication) return { done: { kind: 'unknown' } };
	const ofPublication = eq(publicationAgents.publicationId, publicationId);
	const open = await orm
		.select()
		.from(publicationAgents)
		.where(
			and(ofPublication, isNotNull(publicationAgents.differences), isNull(publicationAgents.acknowledgedAt))
		);
	const wanted = agentIds === null ? open : open.filter(({ agentId }) => agentIds.includes(agentId));
	const reachable = wanted.filter(({ agentId }) => accounts.has(agentId));
	const now = ctx.now();
	const due = reachable.filter(
		({ toldAt, remindedAt }) => Math.max(toldAt ?? 0, remindedAt ?? 0) <= now - REMIND_EVERY_MS
	);
	const ids = due.map(({ agentId }) => agentId);
	if (due.length > 0)
		await orm.batch([
			orm
				.update(publicationAgents)
				.set({ remindedAt: now })
				.where(and(ofPublication, inArray(publicationAgents.agentId, ids))),
			recordAudit(ctx, actor, {
				action: 'roster.remind',
				subject: `roster:${publication.rosterId}`,
				after: { version: publication.version, people: due.length }
			})
		]);
	return {
		done: {
			kind: 'reminded',
			reminded: due.length,
			tooSoon: reachable.length - due.length,
			unreachable: wanted.length - reachable.length
		},
		toTell: due.map(({ agentId, differences }) => ({ agentId, differences: differences! }))
	};
}
