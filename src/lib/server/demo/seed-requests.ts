import { addDays, format, startOfWeek } from 'date-fns';
import { TZDate } from '@date-fns/tz';
import { plusDays } from '#lib/format/local-dates.ts';
import { listAgents, type AgentRecord } from '../agents/index.ts';
import { SYSTEM, type Actor, type Context } from '../context.ts';
import { leaveRequests } from '../db/schema/index.ts';
import { askLeave, decideLeave, saveLeaveLimit } from '../leave/index.ts';
import { scheduleAsChanged } from '../rosters/index.ts';
import { siteClock } from '../site-clock.ts';
import { answerOffer, offerShift } from '../swaps/index.ts';
import { askAvailability, saveWishes } from '../wishes/index.ts';

const DAY_MS = 86_400_000;
const PEOPLE = 8;
/** Each holds schedules against every rule, while the server starts. */
const MOST_ATTEMPTS = 40;

/** The person behind an agent, as the verbs know them. */
const person = (agentId: string): Actor => ({ ...SYSTEM, agentId, rights: ['schedule.own'] });

/**
 * What people of the demo have asked for: leave that is granted, open, on the wait-list and in a shift's way, swaps that are
 * offered and accepted, wishes. Once, and through the same verbs as anybody's.
 *
 * @param agentId whose account the demo shows
 */
export async function seedRequests(ctx: Context, agentId: string, signal: AbortSignal): Promise<void> {
	const [known] = await ctx.db.orm.select({ id: leaveRequests.id }).from(leaveRequests).limit(1);
	const agents = (await listAgents(ctx)).filter(({ isDemo }) => isDemo);
	const own = agents.find(({ id }) => id === agentId);
	if (known || !own || signal.aborted) return;
	// Those who can do the same work come first: they can swap with the demo's agent.
	const skills = own.skills.map(({ skillId }) => skillId);
	const mates = agents
		.filter(({ id }) => id !== agentId)
		.map((agent) => ({
			...agent,
			shared: skills.filter((id) => agent.skills.some((s) => s.skillId === id)).length
		}))
		.sort((a, b) => b.shared - a.shared || a.id.localeCompare(b.id))
		.slice(0, PEOPLE)
		.map(({ id }) => id);
	await seedLeave(ctx, agentId, mates);
	await saveWishes(ctx, person(agentId), [
		{ about: 'weekday', kind: 'avoid', weekday: 4, points: 4 },
		{ about: 'shift', kind: 'prefer', shift: 'early', points: 3 }
	]);
	const { today } = await siteClock(ctx);
	await askAvailability(ctx, person(mates[2]!), {
		validFrom: plusDays(today, 14),
		ranges: [0, 1, 2, 3].map((weekday) => ({ weekday, fromMinute: 480, toMinute: 1_080 })),
		note: 'Evening course on Fridays.'
	});
	if (!signal.aborted) await seedSwaps(ctx, agentId, mates, agents);
}

async function seedLeave(ctx: Context, agentId: string, mates: readonly string[]): Promise<void> {
	const { timeZone } = await siteClock(ctx);
	const monday = addDays(startOfWeek(new TZDate(ctx.now(), timeZone), { weekStartsOn: 1 }), 7);
	const date = (days: number) => format(addDays(monday, days), 'yyyy-MM-dd');
	await saveLeaveLimit(ctx, SYSTEM, { share: 0.1 });
	await saveLeaveLimit(ctx, SYSTEM, { heads: 1, fromDate: date(28), toDate: date(34) });
	const ask = (who: string, from: number, to: number, note = '') =>
		askLeave(ctx, person(who), {
			of: 'days',
			kindId: 'holiday',
			fromDate: date(from),
			toDate: date(to),
			note
		});
	const grant = async (asked: Promise<{ id: string }>) =>
		decideLeave(ctx, SYSTEM, { id: (await asked).id, decision: 'approve' });
	await grant(ask(agentId, 21, 25));
	// Next week's roster is published: their shifts stand in the way.
	await grant(ask(mates[0]!, 1, 2, 'Moving house.'));
	await ask(mates[1]!, 9, 10, 'A family visit.');
	await ask(mates[3]!, 28, 32);
	await ask(mates[4]!, 28, 30, 'Whenever there is a place.');
	await askLeave(ctx, person(mates[5]!), {
		of: 'hours',
		kindId: 'training',
		date: date(3),
		fromTime: '10:00',
		toTime: '12:00'
	});
}

/** One swap offered to the demo's agent, one that others have agreed on. */
async function seedSwaps(
	ctx: Context,
	agentId: string,
	mates: readonly string[],
	agents: readonly AgentRecord[]
): Promise<void> {
	const now = ctx.now();
	const schedule = await scheduleAsChanged(ctx, now + 2 * DAY_MS, now + 12 * DAY_MS);
	const { timeZone } = await siteClock(ctx);
	let attempts = 0;
	const offer = async (from: string, toAgentId: string, note: string): Promise<string | null> => {
		for (const { startAt } of schedule.get(from) ?? []) {
			if (++attempts > MOST_ATTEMPTS) return null;
			const day = format(new TZDate(startAt, timeZone), 'yyyy-MM-dd');
			const answer = await offerShift(ctx, person(from), {
				startAt,
				kind: 'swap',
				toAgentId,
				note,
				returnFrom: plusDays(day, -2),
				returnTo: plusDays(day, 2)
			});
			if (answer.kind === 'offered') return answer.id;
		}
		return null;
	};
	for (const mate of mates) if (await offer(mate, agentId, 'A dentist’s appointment in the morning.')) break;
	attempts = 0;
	// Each can do all of the other's work.
	const alike = Map.groupBy(
		agents.filter(({ id }) => id !== agentId),
		({ skills }) =>
			skills
				.map(({ skillId }) => skillId)
				.sort()
				.join(' ')
	);
	const pairs = [...alike.values()].flatMap((group) =>
		group.slice(1).map((to, i) => [group[i]!.id, to.id] as const)
	);
	for (const [from, to] of pairs) {
		const id = await offer(from, to, 'A school play.');
		if (!id) continue;
		const returns = await ctx.db.client.execute({
			sql: 'SELECT returns FROM swap_candidates WHERE offer_id = ? AND agent_id = ?',
			args: [id, to]
		});
		const [first] = JSON.parse(String(returns.rows[0]!.returns)) as { startAt: number }[];
		await answerOffer(ctx, person(to), { id, answer: 'accept', returnStartAt: first!.startAt });
		return;
	}
}
