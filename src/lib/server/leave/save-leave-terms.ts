import type { LeaveTerms } from '#lib/contracts/requests.ts';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { settings } from '../db/schema/index.ts';
import { inTurn } from '../in-turn.ts';
import { moveUp } from './move-up.ts';
import { LEAVE_TERMS_KEY, LeaveTermsInput, readLeaveTerms } from './read-leave-terms.ts';

/**
 * Keeps the centre's kinds of leave and how it is granted; who waited and fits by them moves up. A kind that was asked for
 * stays. Answers what they were.
 */
export async function saveLeaveTerms(
	ctx: Context,
	actor: Actor,
	input: LeaveTerms
): Promise<{ before: LeaveTerms; after: LeaveTerms }> {
	requireRight(actor, 'requests.manage');
	const value = parseInput('Saving how leave is granted', LeaveTermsInput, input);
	return inTurn(ctx.db, async () => {
		const before = await readLeaveTerms(ctx);
		// What has been asked for keeps its name and its unit.
		const gone = before.kinds.filter(({ id }) => !value.kinds.some((kind) => kind.id === id));
		const after = { ...value, kinds: [...value.kinds, ...(await usedOf(ctx, gone))] };
		const { orm } = ctx.db;
		await orm.batch([
			orm
				.insert(settings)
				.values({ key: LEAVE_TERMS_KEY, value: after })
				.onConflictDoUpdate({ target: settings.key, set: { value: after } }),
			recordAudit(ctx, actor, {
				action: 'leave.terms',
				subject: `settings:${LEAVE_TERMS_KEY}`,
				before,
				after
			})
		]);
		await moveUp(ctx);
		return { before, after };
	});
}

async function usedOf({ db }: Context, kinds: LeaveTerms['kinds']): Promise<LeaveTerms['kinds']> {
	if (kinds.length === 0) return [];
	const { rows } = await db.client.execute('SELECT DISTINCT kind_id FROM leave_requests');
	const used = new Set(rows.map((row) => String(row.kind_id)));
	return kinds.filter(({ id }) => used.has(id));
}
