import type { TZDate } from '@date-fns/tz';
import { validateRoster, type RosterProblem } from '#solver/rostering/index.ts';
import type { AgentRecord } from '../agents/index.ts';
import type { Context } from '../context.ts';
import { contractOf, dayFrame, frameShifts, type DayFrame, type FramedShift } from './day-frame.ts';
import { scheduleAsChanged } from './schedule-as-changed.ts';

/** Ids of the roster's rules that a person's schedule breaks, a week before and after a day. */
export async function brokenRules(ctx: Context, agent: AgentRecord, day: TZDate): Promise<string[]> {
	const frame = dayFrame(day);
	const own = await scheduleAsChanged(ctx, frame.originMs, frame.endMs, agent.id);
	return rulesBrokenBy(frame, agent, frameShifts(frame, own.get(agent.id) ?? []));
}

/** Ids of the roster's rules that shifts of one person break. */
export function rulesBrokenBy(
	frame: DayFrame,
	agent: AgentRecord,
	shifts: readonly Pick<FramedShift, 'day' | 'shape'>[]
): string[] {
	const options = shifts.map(({ shape, day }) => ({
		...shape,
		id: String(day),
		days: [day],
		agent: agent.id,
		day
	}));
	const problem: RosterProblem = {
		version: 1,
		horizon: { start: frame.start, days: frame.days },
		intervalMinutes: 5,
		agents: [
			{
				...{ id: agent.id, name: agent.name, skills: [], availability: null, daysOff: [], preferences: [] },
				contract: contractOf(agent)
			}
		],
		shifts: [],
		options,
		demand: [],
		weights: { under: 1, over: 0, deepUnder: 0, deepShare: 0, preference: 0, paidHour: 0 }
	};
	const { violations } = validateRoster(problem, {
		assignments: options.map(({ id, day }) => ({ agent: agent.id, day, shift: id }))
	});
	return [...new Set(violations.map(({ rule }) => rule))];
}
