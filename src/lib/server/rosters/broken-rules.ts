import type { TZDate } from '@date-fns/tz';
import { validateRoster, type RosterProblem, type Violation } from '#solver/rostering/index.ts';
import type { AgentRecord } from '../agents/index.ts';
import type { Context } from '../context.ts';
import { readPersonTerms, type PersonTerms } from '../wishes/index.ts';
import { contractOf, dayFrame, frameShifts, type DayFrame, type FramedShift } from './day-frame.ts';
import { scheduleAsChanged } from './schedule-as-changed.ts';

/** Ids of the roster's rules that a person's schedule breaks, their leave and availability among them, a week before and after a day. */
export async function brokenRules(ctx: Context, agent: AgentRecord, day: TZDate): Promise<string[]> {
	const frame = dayFrame(day);
	const own = await scheduleAsChanged(ctx, frame.originMs, frame.endMs, agent.id);
	const { start, days } = frame;
	const timeZone = day.timeZone ?? 'UTC';
	const terms = await readPersonTerms(ctx, { start, days, timeZone }, [agent.id]);
	const shifts = frameShifts(frame, own.get(agent.id) ?? []);
	return idsOf(violationsOf(frame, agent, shifts, terms.get(agent.id)));
}

const idsOf = (violations: readonly Violation[]): string[] => [
	...new Set(violations.map(({ rule }) => rule))
];

/** Ids of the roster's rules that shifts of one person break. */
export const rulesBrokenBy = (
	frame: DayFrame,
	agent: AgentRecord,
	shifts: readonly Pick<FramedShift, 'day' | 'shape'>[]
): string[] => idsOf(violationsOf(frame, agent, shifts));

/** Whether it is that somebody works on a day of the frame on which they have leave, or cannot work then. */
export const isWorkWhileAway = ({ rule, day }: Violation, onDay: number): boolean =>
	day === onDay && (rule === 'leave' || rule === 'availability');

/**
 * How shifts of one person break the roster's rules.
 *
 * @param terms when the person can work and has leave, in days of the frame
 */
export function violationsOf(
	frame: DayFrame,
	agent: AgentRecord,
	shifts: readonly Pick<FramedShift, 'day' | 'shape'>[],
	{ availability, daysOff }: Pick<PersonTerms, 'availability' | 'daysOff'> = {
		availability: null,
		daysOff: []
	}
): Violation[] {
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
				...{ id: agent.id, name: agent.name, skills: [], availability, daysOff, preferences: [] },
				contract: contractOf(agent)
			}
		],
		shifts: [],
		options,
		demand: [],
		weights: { under: 1, over: 0, deepUnder: 0, deepShare: 0, preference: 0, paidHour: 0 }
	};
	return validateRoster(problem, {
		assignments: options.map(({ id, day }) => ({ agent: agent.id, day, shift: id }))
	}).violations;
}
