import { isRight, type StateSpan } from '#solver/adherence/index.ts';
import { readStates, readTerms } from '../adherence/index.ts';
import { listAgents } from '../agents/index.ts';
import { can } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { scheduleAsChanged } from '../rosters/index.ts';
import { readCover } from '../staffing/index.ts';
import type { DayGrid } from './day-grid.ts';

/** People of each queue by the start of the staffing plan's intervals; those who can take several are counted once. */
export interface DayPeople {
	intervalSeconds: number;
	scheduled: Map<string, Map<number, number>>;
	/** On the queues by their states, for intervals that are over. */
	staffed: Map<string, Map<number, number>>;
}

/** Who was to be there, as the schedule was changed on the day, and who was. Null without a plan, or the right to see it. */
export async function readDayPeople(
	ctx: Context,
	actor: Actor,
	{ fromAt, toAt }: DayGrid,
	nowMs: number
): Promise<DayPeople | null> {
	if (!can(actor, 'staffing.view') || !can(actor, 'roster.view')) return null;
	const span = { fromMs: fromAt, toMs: toAt };
	const schedule = await scheduleAsChanged(ctx, fromAt, toAt);
	const scheduled = await readCover(ctx, span, schedule);
	if (!scheduled) return null;
	const [agents, terms] = await Promise.all([listAgents(ctx), readTerms(ctx)]);
	const until = Math.min(nowMs, toAt);
	const states =
		until > fromAt
			? await readStates(
					ctx,
					{ fromMs: fromAt, toMs: until, knownUntilMs: until },
					agents.map(({ id }) => id)
				)
			: new Map<string, StateSpan[]>();
	const present = new Map(
		[...states].map(([agentId, told]) => [
			agentId,
			onQueue(told.filter(({ state }) => isRight(terms, state, 'work')))
		])
	);
	const staffed = states.size > 0 ? await readCover(ctx, span, present) : null;
	const stepMs = scheduled.intervalSeconds * 1000;
	return {
		intervalSeconds: scheduled.intervalSeconds,
		scheduled: byQueue(schedule.size > 0 ? scheduled.points : []),
		staffed: byQueue(staffed?.points.filter(({ startAt }) => startAt + stepMs <= until) ?? [])
	};
}

/** States on the queues, one after another without a gap taken as one stretch. */
function onQueue(states: readonly StateSpan[]): { startAt: number; endAt: number; breaks: [] }[] {
	const stretches: { startAt: number; endAt: number; breaks: [] }[] = [];
	for (const { fromMs, toMs } of states) {
		const last = stretches.at(-1);
		if (last && last.endAt === fromMs) last.endAt = toMs;
		else stretches.push({ startAt: fromMs, endAt: toMs, breaks: [] });
	}
	return stretches;
}

function byQueue(
	points: readonly { queueId: string; startAt: number; scheduled: number }[]
): Map<string, Map<number, number>> {
	const people = new Map<string, Map<number, number>>();
	for (const { queueId, startAt, scheduled } of points) {
		const own = people.get(queueId) ?? new Map<number, number>();
		people.set(queueId, own.set(startAt, scheduled));
	}
	return people;
}
