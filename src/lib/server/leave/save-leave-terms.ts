import type { LeaveTerms } from '#lib/contracts/requests.ts';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { leaveAllowances, leaveRequests } from '../db/schema/index.ts';
import { inTurn } from '../in-turn.ts';
import { writeSetting } from '../setting.ts';
import { moveUp } from './move-up.ts';
import { LEAVE_TERMS_KEY, LeaveTermsInput, readLeaveTerms } from './read-leave-terms.ts';

const ACTION = 'Saving how leave is granted';

/**
 * Keeps the centre's kinds of leave and how it is granted; who waited and fits by them moves up. A kind that was asked for
 * stays, and is counted in what it was. Answers what they were.
 */
export async function saveLeaveTerms(
	ctx: Context,
	actor: Actor,
	input: LeaveTerms
): Promise<{ before: LeaveTerms; after: LeaveTerms }> {
	requireRight(actor, 'requests.manage');
	const value = parseInput(ACTION, LeaveTermsInput, input);
	return inTurn(ctx.db, async () => {
		const before = await readLeaveTerms(ctx);
		const used = await usedKinds(ctx);
		const keeps = before.kinds.filter(({ id }) => used.has(id));
		const recounted = keeps.find(({ id, unit }) =>
			value.kinds.some((kind) => kind.id === id && kind.unit !== unit)
		);
		if (recounted)
			throw new InvalidInputError(
				`${ACTION}: "${recounted.name.en}" is counted in ${recounted.unit} already; add another kind for the other.`
			);
		const gone = keeps.filter(({ id }) => !value.kinds.some((kind) => kind.id === id));
		const after = parseInput(ACTION, LeaveTermsInput, { ...value, kinds: [...value.kinds, ...gone] });
		await writeSetting(ctx, actor, { key: LEAVE_TERMS_KEY, action: 'leave.terms', before, after });
		await moveUp(ctx);
		return { before, after };
	});
}

/** Ids of the kinds that somebody has asked for, or has an allowance of their own of. */
async function usedKinds({ db: { orm } }: Context): Promise<Set<string>> {
	const rows = await Promise.all([
		orm.selectDistinct({ id: leaveRequests.kindId }).from(leaveRequests),
		orm.selectDistinct({ id: leaveAllowances.kindId }).from(leaveAllowances)
	]);
	return new Set(rows.flat().map(({ id }) => id));
}
