import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { LeaveLimit } from '#lib/contracts/requests.ts';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { leaveLimits, skills, teams } from '../db/schema/index.ts';
import { inTurn } from '../in-turn.ts';
import { moveUp } from './move-up.ts';

const date = z.iso.date().nullable().default(null);
const LimitInput = z
	.object({
		/** Of the one that is changed; left out: a new one. */
		id: z.string().optional(),
		teamId: z.string().min(1).nullable().default(null),
		skillId: z.string().min(1).nullable().default(null),
		fromDate: date,
		toDate: date,
		heads: z.int('a whole number').min(0, 'not below 0').max(100_000).nullable().default(null),
		share: z.number().min(0, 'not below 0').max(1, 'at most 1').nullable().default(null)
	})
	.refine(({ heads, share }) => heads !== null || share !== null, 'wanted heads or a share')
	.refine(({ fromDate, toDate }) => !fromDate || !toDate || fromDate <= toDate, {
		error: 'its last day must not come before its first',
		path: ['toDate']
	});
export type LimitInput = z.input<typeof LimitInput>;

/** How much leave days may carry. */
export async function listLeaveLimits({ db }: Context, actor: Actor): Promise<LeaveLimit[]> {
	requireRight(actor, 'requests.manage');
	const { id, teamId, skillId, fromDate, toDate, heads, share } = leaveLimits;
	return db.orm
		.select({ id, teamId, skillId, fromDate, toDate, heads, share })
		.from(leaveLimits)
		.orderBy(asc(leaveLimits.createdAt));
}

/** Whom a limit can mean: teams and skills by name. */
export async function listLeaveGroups(
	{ db: { orm } }: Context,
	actor: Actor
): Promise<{ teams: { id: string; name: string }[]; skills: { id: string; name: string }[] }> {
	requireRight(actor, 'requests.manage');
	const [ofTeams, ofSkills] = await Promise.all([
		orm.select({ id: teams.id, name: teams.name }).from(teams).orderBy(asc(teams.name)),
		orm.select({ id: skills.id, name: skills.name }).from(skills).orderBy(asc(skills.name))
	]);
	return { teams: ofTeams, skills: ofSkills };
}

/** Sets a limit, or changes one; who waited and fits by it moves up. What is granted stays. Answers its id. */
export async function saveLeaveLimit(ctx: Context, actor: Actor, input: LimitInput): Promise<string> {
	requireRight(actor, 'requests.manage');
	const { id = randomUUID(), ...limit } = parseInput('Limiting leave', LimitInput, input);
	const { orm } = ctx.db;
	return inTurn(ctx.db, async () => {
		const [before] = await orm.select().from(leaveLimits).where(eq(leaveLimits.id, id));
		if (input.id !== undefined && !before)
			throw new InvalidInputError(`Limiting leave: there is no limit "${id}".`);
		await requireGroup(ctx, limit);
		await orm.batch([
			orm
				.insert(leaveLimits)
				.values({ id, ...limit, createdBy: actor.id, createdAt: ctx.now() })
				.onConflictDoUpdate({ target: leaveLimits.id, set: limit }),
			recordAudit(ctx, actor, {
				action: 'leave.limit',
				subject: 'settings:leave',
				before: before ?? null,
				after: { id, ...limit }
			})
		]);
		await moveUp(ctx);
		return id;
	});
}

/** Takes a limit away; who waited and now fits moves up. False when there is none such. */
export async function removeLeaveLimit(ctx: Context, actor: Actor, id: string): Promise<boolean> {
	requireRight(actor, 'requests.manage');
	const { orm } = ctx.db;
	return inTurn(ctx.db, async () => {
		const [before] = await orm.select().from(leaveLimits).where(eq(leaveLimits.id, id));
		if (!before) return false;
		await orm.batch([
			orm.delete(leaveLimits).where(eq(leaveLimits.id, id)),
			recordAudit(ctx, actor, { action: 'leave.limit-remove', subject: 'settings:leave', before })
		]);
		await moveUp(ctx);
		return true;
	});
}

async function requireGroup(
	{ db: { orm } }: Context,
	{ teamId, skillId }: Pick<LeaveLimit, 'teamId' | 'skillId'>
): Promise<void> {
	const [team] = teamId === null ? [true] : await orm.select().from(teams).where(eq(teams.id, teamId));
	if (!team) throw new InvalidInputError(`Limiting leave: there is no team "${teamId}".`);
	const [skill] = skillId === null ? [true] : await orm.select().from(skills).where(eq(skills.id, skillId));
	if (!skill) throw new InvalidInputError(`Limiting leave: there is no skill "${skillId}".`);
}
