import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { SHIFT_WISHES, type Wish } from '#lib/contracts/requests.ts';
import { InvalidInputError, ownAgentOf, parseInput } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { rosterWishes } from '../db/schema/index.ts';
import { readWishTerms } from './wish-terms.ts';

const points = z.int('whole points').min(1, 'not below 1').max(100, 'at most 100');
const kind = z.enum(['prefer', 'avoid']);
export const WishList = z
	.array(
		z.discriminatedUnion('about', [
			z.object({ about: z.literal('weekday'), kind, weekday: z.int().min(0).max(6), points }),
			z.object({ about: z.literal('shift'), kind, shift: z.enum(SHIFT_WISHES), points }),
			z.object({ about: z.literal('off'), date: z.iso.date(), points })
		])
	)
	.max(30, 'at most 30 wishes');

/** Keeps one's wishes for the roster; their points together are no more than everybody's. Answers what they were. */
export async function saveWishes(ctx: Context, actor: Actor, input: Wish[]): Promise<{ before: Wish[] }> {
	const agentId = ownAgentOf(actor, 'schedule.own');
	const wishes = parseInput('Saving wishes', WishList, input);
	const terms = await readWishTerms(ctx);
	const spent = wishes.reduce((sum, one) => sum + one.points, 0);
	if (spent > terms.points)
		throw new InvalidInputError(`Saving wishes: they take ${spent} points; everybody has ${terms.points}.`);
	const { orm } = ctx.db;
	const [row] = await orm.select().from(rosterWishes).where(eq(rosterWishes.agentId, agentId));
	const value = { agentId, wishes, changedAt: ctx.now() };
	await orm.batch([
		orm.insert(rosterWishes).values(value).onConflictDoUpdate({ target: rosterWishes.agentId, set: value }),
		recordAudit(ctx, actor, {
			action: 'wishes.save',
			subject: `agent:${agentId}`,
			before: row?.wishes ?? [],
			after: wishes
		})
	]);
	return { before: row?.wishes ?? [] };
}
