import { z } from 'zod';
import type { LeaveBalance, LeaveKind } from '#lib/contracts/requests.ts';
import { and, eq } from 'drizzle-orm';
import { InvalidInputError, leadsAgent, parseInput, requireRight } from '../access/index.ts';
import { listAgents } from '../agents/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { leaveAllowances } from '../db/schema/index.ts';
import { inTurn } from '../in-turn.ts';
import { siteClock } from '../site-clock.ts';
import { readLeaveBook } from './leave-book.ts';
import { moveUp } from './move-up.ts';
import { readLeaveTerms } from './read-leave-terms.ts';

export type AllowanceRow = LeaveBalance & {
	agentId: string;
	name: string;
	kind: LeaveKind;
	/** What is kept for this agent; null: the kind's own for all. */
	own: { amount: number | null; fromDate: string | null; toDate: string | null } | null;
};

const year = z.int().min(2000).max(2200);

/** Everybody's allowance of a year and what is taken of it, by name and kind. */
export async function listAllowances(ctx: Context, actor: Actor, ofYear: number): Promise<AllowanceRow[]> {
	requireRight(actor, 'requests.view');
	const wanted = parseInput('Listing allowances', year, ofYear);
	const [book, agents, kept] = await Promise.all([
		readLeaveBook(ctx),
		listAgents(ctx),
		ctx.db.orm.select().from(leaveAllowances).where(eq(leaveAllowances.year, wanted))
	]);
	const ownOf = new Map(kept.map((one) => [`${one.agentId} ${one.kindId}`, one]));
	return agents
		.filter(({ id }) => leadsAgent(actor, id))
		.flatMap(({ id, name }) =>
			book.balances(id, wanted).map((balance) => {
				const own = ownOf.get(`${id} ${balance.kindId}`);
				return {
					...balance,
					agentId: id,
					name,
					kind: book.kindOf(balance.kindId),
					own: own ? { amount: own.amount, fromDate: own.fromDate, toDate: own.toDate } : null
				};
			})
		);
}

const date = z.iso.date().nullable().default(null);
const AllowanceInput = z
	.object({
		agentId: z.string().min(1),
		kindId: z.string().min(1),
		year,
		/** Of a whole year; null: no limit. */
		amount: z.number().min(0, 'not below 0').max(10_000).nullable(),
		fromDate: date,
		toDate: date,
		carried: z.number().min(0, 'not below 0').max(10_000).default(0),
		carriedUntil: date
	})
	.refine(({ fromDate, toDate }) => !fromDate || !toDate || fromDate <= toDate, {
		error: 'the employment must not end before it begins',
		path: ['toDate']
	});
export type AllowanceInput = z.input<typeof AllowanceInput>;

/** Sets somebody's allowance of a year; leave of theirs that waited and now fits moves up. */
export async function saveAllowance(ctx: Context, actor: Actor, input: AllowanceInput): Promise<void> {
	requireRight(actor, 'requests.manage');
	const value = parseInput('Setting an allowance', AllowanceInput, input);
	const { kinds } = await readLeaveTerms(ctx);
	if (!kinds.some(({ id }) => id === value.kindId))
		throw new InvalidInputError(`Setting an allowance: there is no kind of leave "${value.kindId}".`);
	if (!(await listAgents(ctx)).some(({ id }) => id === value.agentId))
		throw new InvalidInputError(`Setting an allowance: there is no agent "${value.agentId}".`);
	const { orm } = ctx.db;
	await inTurn(ctx.db, async () => {
		const [before] = await orm
			.select()
			.from(leaveAllowances)
			.where(
				and(
					eq(leaveAllowances.agentId, value.agentId),
					eq(leaveAllowances.kindId, value.kindId),
					eq(leaveAllowances.year, value.year)
				)
			);
		await orm.batch([
			upsert(ctx, value),
			recordAudit(ctx, actor, {
				action: 'leave.allowance',
				subject: `agent:${value.agentId}`,
				before: before ?? null,
				after: value
			})
		]);
		await moveUp(ctx);
	});
}

const upsert = ({ db: { orm } }: Context, value: typeof leaveAllowances.$inferInsert) =>
	orm
		.insert(leaveAllowances)
		.values(value)
		.onConflictDoUpdate({
			target: [leaveAllowances.agentId, leaveAllowances.kindId, leaveAllowances.year],
			set: value
		});

const CarryInput = z.object({
	kindId: z.string().min(1),
	/** What is left of this year goes into the next. */
	year,
	most: z.number().min(0, 'not below 0').max(10_000),
	/** Of the next year: until when it can be taken. */
	until: date
});
export type CarryInput = z.input<typeof CarryInput>;

/**
 * Carries what is left of a year over into the next, for everybody and at most so much each; done again it takes the place
 * of what it carried before. Answers for how many people something is carried.
 */
export async function carryOver(ctx: Context, actor: Actor, input: CarryInput): Promise<number> {
	requireRight(actor, 'requests.manage');
	const wanted = parseInput('Carrying leave over', CarryInput, input);
	const { orm } = ctx.db;
	const { today } = await siteClock(ctx);
	if (Math.abs(wanted.year - Number(today.slice(0, 4))) > 1)
		throw new InvalidInputError('Carrying leave over: only of last year, this one or the next.');
	return inTurn(ctx.db, async () => {
		const [book, agents, kept] = await Promise.all([
			readLeaveBook(ctx),
			listAgents(ctx),
			orm
				.select()
				.from(leaveAllowances)
				.where(and(eq(leaveAllowances.kindId, wanted.kindId), eq(leaveAllowances.year, wanted.year + 1)))
		]);
		const kind = book.terms.kinds.find(({ id }) => id === wanted.kindId);
		if (!kind) throw new InvalidInputError(`Carrying leave over: there is no kind "${wanted.kindId}".`);
		const ownOf = new Map(kept.map((one) => [one.agentId, one]));
		const people = agents.map(({ id }) => {
			const balance = book.balances(id, wanted.year).find(({ kindId }) => kindId === kind.id);
			const carried = Math.min(wanted.most, Math.max(0, balance?.left ?? 0));
			return { id, carried, own: ownOf.get(id) ?? null };
		});
		const rows = people
			.filter(({ carried, own }) => carried > 0 || (own !== null && own.carried > 0))
			.map(({ id, carried, own }) => ({
				...(own ?? { amount: kind.yearly, fromDate: null, toDate: null }),
				...{ agentId: id, kindId: kind.id, year: wanted.year + 1 },
				...{ carried, carriedUntil: wanted.until }
			}));
		const carriedFor = people.filter(({ carried }) => carried > 0).length;
		await orm.batch([
			recordAudit(ctx, actor, {
				action: 'leave.carry-over',
				subject: 'settings:leave',
				after: { ...wanted, people: carriedFor }
			}),
			...rows.map((row) => upsert(ctx, row))
		]);
		await moveUp(ctx);
		return carriedFor;
	});
}
