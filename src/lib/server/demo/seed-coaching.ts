import { randomUUID } from 'node:crypto';
import { TZDate } from '@date-fns/tz';
import { addDays, getDay } from 'date-fns';
import { and, eq } from 'drizzle-orm';
import { demoAgents, demoScenario } from '#solver/simulation/index.ts';
import { DEMO_ACCOUNTS, actorOf } from '../access/index.ts';
import { RIGHTS_OF_ROLE } from '#lib/contracts/rights.ts';
import { acknowledgeSession, addComment, figureOver, giveKudos, readOwnDays } from '../coaching/index.ts';
import type { Actor, Context } from '../context.ts';
import { coachingGoals, coachingSessions, users } from '../db/schema/index.ts';
import { dayStart } from '../live/index.ts';
import { agentUsers, tell } from '../notices/index.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Into the shift, clear of its breaks. */
const INTO_SHIFT_MS = 45 * MINUTE_MS;
const METRIC = 'acw';

/**
 * Coaching of the demo's agent so far: a session acknowledged weeks ago with a goal, one written up this week, one to
 * come, and praise. Once, and through the same verbs as anybody's where there are verbs for it, each at its own time.
 */
export async function seedCoaching(ctx: Context, agentId: string): Promise<void> {
	const { orm } = ctx.db;
	const [known] = await orm.select({ id: coachingSessions.id }).from(coachingSessions).limit(1);
	const person = demoAgents().find(({ id }) => id === agentId);
	const coach = await demoActor(ctx, 'supervisor');
	const agent = await demoActor(ctx, 'agent');
	if (known || !person || !coach || !agent) return;

	const { timeZone } = demoScenario().site;
	const shift = person.shifts[0]!;
	/** The start of a talk on the working day nearest to so many days from now, in the direction of the sign. */
	const talkAt = (days: number): number => {
		let day = new TZDate(dayStart(ctx.now(), timeZone), timeZone);
		for (let left = Math.abs(days); left > 0; left--) day = addDays(day, Math.sign(days));
		while (!shift.weekdays.includes((getDay(day) + 6) % 7)) day = addDays(day, Math.sign(days));
		return day.getTime() + shift.startSeconds * 1000 + INTO_SHIFT_MS;
	};
	const from = await figureBefore(ctx, agentId, talkAt(-19));
	const first = await addSession(ctx, agentId, coach, {
		moduleId: 'notes-in-time',
		startAt: talkAt(-19),
		notes:
			'We listened to two calls together. Most of the time after the call goes into whole sentences that nobody reads. Agreed: reason code first, one line of what was done, and the line is typed while the customer is still there.'
	});
	const heldAt = talkAt(-19) + 30 * MINUTE_MS;
	if (from !== null)
		await orm.insert(coachingGoals).values({
			id: randomUUID(),
			sessionId: first,
			metric: METRIC,
			from,
			// A fifth off: what the module is expected to bring at its best.
			target: from * 0.8,
			byDate: new Date(ctx.now() + 9 * DAY_MS).toISOString().slice(0, 10),
			changedAt: heldAt
		});
	await acknowledgeSession(at(ctx, heldAt + 3 * 3_600_000), agent, first, {
		comment: 'The one-line rule helps. With refunds I still need more.'
	});
	await addComment(at(ctx, heldAt + 26 * 3_600_000), coach, {
		agentId,
		sessionId: first,
		text: 'For refunds use the template “Refund, partial”: it asks for the two numbers only.'
	});
	await giveKudos(at(ctx, talkAt(-8)), coach, {
		agentId,
		metric: 'mood',
		text: 'The customer with the double charge was furious at the start and thanked you at the end. You let him finish, said what had gone wrong in one sentence, and did not promise more than you could keep.'
	});
	await addSession(ctx, agentId, coach, {
		moduleId: null,
		startAt: talkAt(-2),
		notes:
			'Short calls are fine now. After long ones the notes are still written from memory. Next week: a keyword in the pad at each turn of the call, and the note is made of those.'
	});
	await addSession(ctx, agentId, coach, { moduleId: 'notes-in-time', startAt: talkAt(2), notes: null });
}

/** `notes` null: still to come. */
async function addSession(
	ctx: Context,
	agentId: string,
	coach: Actor,
	{ moduleId, startAt, notes }: { moduleId: string | null; startAt: number; notes: string | null }
): Promise<string> {
	const id = randomUUID();
	const coachName = DEMO_ACCOUNTS.find(({ role }) => role === 'supervisor')!.name;
	const endAt = startAt + 30 * MINUTE_MS;
	await ctx.db.orm.insert(coachingSessions).values({
		id,
		agentId,
		coachId: coach.id.slice('user:'.length),
		cause: 'wrap-up',
		moduleId,
		metrics: [METRIC],
		mainCase: null,
		expected: [],
		evidence: [],
		state: notes === null ? 'planned' : 'held',
		startAt,
		endAt,
		notes: notes ?? '',
		heldAt: notes === null ? null : endAt,
		createdBy: coach.id,
		createdAt: Math.min(ctx.now(), startAt - 5 * DAY_MS),
		changedAt: Math.min(ctx.now(), endAt)
	});
	await tell(
		at(ctx, notes === null ? startAt - 5 * DAY_MS : endAt),
		await agentUsers(ctx, agentId),
		notes === null ? 'session.planned' : 'session.held',
		{ session: id, coach: coachName, cause: 'wrap-up', startAt },
		'/me?tab=talks'
	);
	return id;
}

const at = (ctx: Context, ms: number): Context => ({ ...ctx, now: () => Math.min(ms, ctx.now()) });

async function demoActor({ db }: Context, role: 'supervisor' | 'agent'): Promise<Actor | null> {
	const { email } = DEMO_ACCOUNTS.find((account) => account.role === role)!;
	const [user] = await db.orm
		.select()
		.from(users)
		.where(and(eq(users.email, email), eq(users.isDemo, true)));
	return user ? actorOf({ ...user, rights: RIGHTS_OF_ROLE[user.role], scope: null }) : null;
}

/** The figure over the three weeks before; null while nothing was counted. */
async function figureBefore(ctx: Context, agentId: string, ms: number): Promise<number | null> {
	const date = (instant: number) => new Date(instant).toISOString().slice(0, 10);
	const days = await readOwnDays(ctx, agentId, date(ms - 21 * DAY_MS));
	return (
		figureOver(
			METRIC,
			days.filter((day) => day.date < date(ms))
		)?.value ?? null
	);
}
