import { and, desc, eq, isNull } from 'drizzle-orm';
import { METRICS, type Metric } from '#solver/coaching/index.ts';
import type { FeedComment, FeedGoal, FeedKudos, FeedSilence, OwnFeed } from '#lib/contracts/feed.ts';
import type { Actor, Context } from '../context.ts';
import {
	agents,
	coachingComments,
	coachingGoals,
	coachingKudos,
	coachingSessions,
	sites,
	users
} from '../db/schema/index.ts';
import { agentToRead } from './agent-to-read.ts';
import { readCatalogue } from './catalogue.ts';
import { feedFindings } from './feed-findings.ts';
import { feedMetrics } from './feed-metrics.ts';
import { localDate } from './local-date.ts';
import { sessionsOf } from './own-sessions.ts';
import { figureOver, readOwnDays, weeklyTrends, type OwnDaySums } from './own-trend.ts';
import { readAgentCoaching } from './read-coaching.ts';

const DAY_MS = 86_400_000;
const TREND_DAYS = 12 * 7;
const SESSIONS_BACK_MS = 365 * DAY_MS;
const SESSIONS_AHEAD_MS = 120 * DAY_MS;
const MOST_KUDOS = 50;
const MOST_COMMENTS = 200;

/**
 * Everything that an agent is shown of the own coaching; null for who is none, and for one that does not exist. A coach may name an agent and sees
 * what that agent sees.
 *
 * @throws ForbiddenError for another agent's feed without the right
 */
export async function ownFeed(ctx: Context, actor: Actor, agentId?: string | null): Promise<OwnFeed | null> {
	const of = agentToRead(actor, agentId);
	if (of === null) return null;
	const { orm } = ctx.db;
	const [known] = await orm.select({ id: agents.id }).from(agents).where(eq(agents.id, of));
	if (!known) return null;
	const now = ctx.now();
	const [[site], catalogue, view] = await Promise.all([
		orm.select().from(sites),
		readCatalogue(ctx).then(({ catalogue }) => catalogue),
		readAgentCoaching(ctx, actor, of)
	]);
	const timeZone = site?.timeZone ?? 'UTC';
	const days = await readOwnDays(ctx, of, localDate(now - TREND_DAYS * DAY_MS, timeZone));
	const [findings, sessions, goals, kudos, comments] = await Promise.all([
		feedFindings(ctx, of, view?.findings.filter((finding) => finding.agentId === of) ?? [], catalogue),
		sessionsOf(ctx, of, catalogue, now - SESSIONS_BACK_MS, now + SESSIONS_AHEAD_MS),
		readGoals(ctx, of, days, timeZone),
		readKudos(ctx, of),
		readComments(ctx, of, actor)
	]);
	const metrics = feedMetrics(view?.estimates ?? []);
	const practise = findings.find(({ mutedUntil }) => mutedUntil === null) ?? null;
	return {
		agentId: of,
		isOwn: of === actor.agentId,
		run: view && {
			fromDate: view.run.fromDate,
			toDate: view.run.toDate,
			computedAt: view.run.computedAt
		},
		silence: practise ? null : silenceOf(view !== null, findings.length, metrics),
		practise,
		findings,
		metrics,
		trends: weeklyTrends(days, new Map(metrics.map(({ metric, expected }) => [metric, expected])), timeZone),
		goals,
		sessions: sessions.filter(({ state }) => state !== 'cancelled'),
		kudos,
		comments
	};
}

function silenceOf(hasRun: boolean, findings: number, metrics: readonly { verdict: string }[]): FeedSilence {
	if (findings > 0) return 'muted';
	if (!hasRun) return 'no-run';
	return metrics.every(({ verdict }) => verdict === 'thin') ? 'thin' : 'nothing';
}

async function readGoals(
	{ db }: Context,
	agentId: string,
	days: readonly OwnDaySums[],
	timeZone: string
): Promise<FeedGoal[]> {
	const rows = await db.orm
		.select({ goal: coachingGoals, heldAt: coachingSessions.heldAt })
		.from(coachingGoals)
		.innerJoin(coachingSessions, eq(coachingSessions.id, coachingGoals.sessionId))
		.where(eq(coachingSessions.agentId, agentId))
		.orderBy(desc(coachingGoals.byDate));
	return rows.map(({ goal, heldAt }) => {
		const since = localDate(heldAt ?? goal.changedAt, timeZone);
		const isKnown = (METRICS as readonly string[]).includes(goal.metric);
		// From the day after the talk: that day is half of before.
		const figure = isKnown
			? figureOver(
					goal.metric as Metric,
					days.filter(({ date }) => date > since && date <= goal.byDate)
				)
			: null;
		const way = goal.target - goal.from;
		return {
			id: goal.id,
			sessionId: goal.sessionId,
			metric: goal.metric,
			from: goal.from,
			target: goal.target,
			byDate: goal.byDate,
			state: goal.state,
			now: figure?.value ?? null,
			observations: figure?.observations ?? 0,
			progress:
				figure === null || way === 0 ? null : Math.min(1, Math.max(0, (figure.value - goal.from) / way))
		};
	});
}

/** Names of users who coach; an account that is gone has none. */
const userOf = (actorId: string) => (actorId.startsWith('user:') ? actorId.slice('user:'.length) : '');

async function readKudos(ctx: Context, agentId: string): Promise<FeedKudos[]> {
	const rows = await ctx.db.orm
		.select()
		.from(coachingKudos)
		.where(and(eq(coachingKudos.agentId, agentId), isNull(coachingKudos.removedAt)))
		.orderBy(desc(coachingKudos.givenAt))
		.limit(MOST_KUDOS);
	const names = await namesOf(ctx);
	return rows.map(({ id, givenBy, text, metric, givenAt }) => ({
		id,
		by: names.get(userOf(givenBy)) ?? null,
		text,
		metric,
		givenAt
	}));
}

async function readComments(ctx: Context, agentId: string, actor: Actor): Promise<FeedComment[]> {
	const rows = await ctx.db.orm
		.select()
		.from(coachingComments)
		.where(and(eq(coachingComments.agentId, agentId), isNull(coachingComments.removedAt)))
		.orderBy(desc(coachingComments.writtenAt))
		.limit(MOST_COMMENTS);
	const names = await namesOf(ctx);
	return rows
		.map(({ id, sessionId, writtenBy, text, writtenAt }) => ({
			id,
			sessionId,
			by: names.get(userOf(writtenBy)) ?? null,
			isOwn: writtenBy === actor.id,
			text,
			writtenAt
		}))
		.reverse();
}

async function namesOf({ db }: Context): Promise<Map<string, string>> {
	const rows = await db.orm.select({ id: users.id, name: users.name }).from(users);
	return new Map(rows.map(({ id, name }) => [id, name]));
}
