import type { TZDate } from '@date-fns/tz';
import { addDays, format } from 'date-fns';
import { paidMinutes } from '#solver/rostering/edit/index.ts';
import type { Contract } from '#solver/rostering/index.ts';
import type { AgentRecord } from '../agents/index.ts';
import { termsOf } from '../contracts/index.ts';
import type { ScheduledShift } from './schedule-as-changed.ts';
import { shapeOf, wholeOf, type Shape } from './shift-shape.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
/** Finest grid of the roster engine. */
const GRID = 5;
/** A week on either side: what rest, weeks and runs of days depend on. */
const AROUND_DAYS = 7;

/**
 * A day with a week before and after, in minutes that have passed: days are 24 hours, so that rest and hours are true when
 * the clocks change. They are laid from the day's own midnight, which is as the clock says; another's is an hour off at
 * most.
 */
export interface DayFrame {
	originMs: number;
	endMs: number;
	/** Local date of its first day. */
	start: string;
	days: number;
	/** Index of the day itself. */
	today: number;
}

/** @param day local midnight */
export function dayFrame(day: TZDate): DayFrame {
	const days = 2 * AROUND_DAYS + 1;
	const originMs = day.getTime() - AROUND_DAYS * DAY_MINUTES * MINUTE_MS;
	return {
		originMs,
		endMs: originMs + days * DAY_MINUTES * MINUTE_MS,
		start: format(addDays(day, -AROUND_DAYS), 'yyyy-MM-dd'),
		days,
		today: AROUND_DAYS
	};
}

export interface FramedShift {
	/** On which it begins. */
	day: number;
	/** On the grid: never longer than it is, its parts never shorter. */
	shape: Shape;
	/** What it was made of; more than one where the middle is missing. */
	pieces: ScheduledShift[];
}

/** Minutes since the frame began, on the grid. */
export const minuteOf = (frame: DayFrame, at: number, round: 'down' | 'up' = 'down'): number => {
	const steps = (at - frame.originMs) / MINUTE_MS / GRID;
	return GRID * (round === 'down' ? Math.floor(steps) : Math.ceil(steps));
};

/** Index of the day in which an instant lies. */
export const dayIn = (frame: DayFrame, at: number): number => Math.floor(minuteOf(frame, at) / DAY_MINUTES);

export const instantIn = (frame: DayFrame, minute: number): number => frame.originMs + minute * MINUTE_MS;

/** A person's shifts by the day on which they begin; pieces of one day are one shift with a gap without pay. */
export function frameShifts(frame: DayFrame, shifts: readonly ScheduledShift[]): FramedShift[] {
	const inside = shifts.filter(({ startAt }) => startAt >= frame.originMs && startAt < frame.endMs);
	const exactly = (at: number) => (at - frame.originMs) / MINUTE_MS;
	return [...Map.groupBy(inside, ({ startAt }) => dayIn(frame, startAt)).values()].flatMap((pieces) => {
		pieces.sort((a, b) => a.startAt - b.startAt);
		const found = shapeOf(wholeOf(pieces), exactly, GRID);
		if (!found) return [];
		const { shape } = found;
		return paidMinutes(shape) > 0 && shape.startMinute < DAY_MINUTES && shape.lengthMinutes <= DAY_MINUTES
			? [{ ...found, pieces }]
			: [];
	});
}

/**
 * What a day can still change: nobody's least hours or runs, as what is missing can't be made up for, and nothing that
 * is counted over a whole roster.
 */
export function contractOf({ contract }: AgentRecord): Contract {
	const { hoursPerPeriod, minConsecutiveNights: _, wholeWeekends: __, ...terms } = termsOf(contract);
	const periods = (hoursPerPeriod ?? []).filter(({ weeks, maxHours }) => weeks !== null && maxHours !== null);
	return {
		...terms,
		minHoursPerWeek: 0,
		minConsecutiveDays: 1,
		minConsecutiveDaysOff: 1,
		maxWeekends: null,
		...(periods.length > 0 && { hoursPerPeriod: periods.map((period) => ({ ...period, minHours: 0 })) })
	};
}
