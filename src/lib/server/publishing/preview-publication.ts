import { TZDate } from '@date-fns/tz';
import { addDays, startOfDay } from 'date-fns';
import { and, eq, gt, lt, max, ne } from 'drizzle-orm';
import type { PublicationPreview } from '#lib/contracts/publishing.ts';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { publications, rosters } from '../db/schema/index.ts';
import { findRoster } from '../rosters/index.ts';
import { endOf, startOf } from './difference-span.ts';
import { noticeDaysOf } from './notice-days.ts';
import { planPublication } from './plan-publication.ts';
import { accountsOf, agentNames } from './publication-people.ts';

/** What publishing a roster now would do, and to whom; null when there is no such roster. */
export async function previewPublication(
	ctx: Context,
	actor: Actor,
	rosterId: string
): Promise<PublicationPreview | null> {
	requireRight(actor, 'roster.publish');
	const roster = await findRoster(ctx, actor, rosterId);
	if (!roster) return null;
	const { orm } = ctx.db;
	const [planned, accounts, names, noticeDays, [latest], replaces] = await Promise.all([
		planPublication(ctx, roster),
		accountsOf(ctx),
		agentNames(ctx),
		noticeDaysOf(ctx),
		orm.select({ version: max(publications.version) }).from(publications),
		orm
			.select({ id: rosters.id, name: rosters.name })
			.from(rosters)
			.where(
				and(
					eq(rosters.status, 'published'),
					ne(rosters.id, rosterId),
					lt(rosters.fromAt, roster.toAt),
					gt(rosters.toAt, roster.fromAt)
				)
			)
	]);
	const now = ctx.now();
	const agents = planned
		.map(({ agentId, differences }) => ({
			agentId,
			name: names.get(agentId) ?? agentId,
			hasAccount: accounts.has(agentId),
			differences: differences.filter((one) => endOf(one) > now),
			toldAt: null,
			seenAt: null,
			acknowledgedAt: null,
			remindedAt: null
		}))
		.filter(({ differences }) => differences.length > 0)
		.sort((a, b) => a.name.localeCompare(b.name));
	const starts = agents.flatMap(({ differences }) => differences.map(startOf));
	const noticeUntil = addDays(startOfDay(new TZDate(now, roster.timeZone)), noticeDays).getTime();
	const isShort = (differences: (typeof agents)[number]['differences']) =>
		differences.filter((one) => startOf(one) < noticeUntil).length;
	return {
		latestVersion: latest?.version ?? 0,
		agents,
		unchanged: planned.length - agents.length,
		firstChangedAt: starts.length === 0 ? null : Math.min(...starts),
		noticeDays,
		withinNotice: {
			people: agents.filter(({ differences }) => isShort(differences) > 0).length,
			days: agents.reduce((sum, { differences }) => sum + isShort(differences), 0)
		},
		violations: roster.validation.violations,
		replaces
	};
}
