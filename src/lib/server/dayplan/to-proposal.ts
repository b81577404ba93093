import { paidMinutes, type DayPoint, type DayResult, type RosterProblem } from '#solver/rostering/index.ts';
import type { AgentRecord } from '../agents/index.ts';
import type { LocalDay } from '../intraday/index.ts';
import {
	contractOf,
	instantIn,
	type DayFrame,
	type MinimumStaffCheck,
	type ScheduledShift
} from '../rosters/index.ts';
import type { DayWishes } from './day-input.ts';
import { changesFrom, type DayOption } from './day-options.ts';
import type { DayChoice, DayProposal, RulesKept } from './day-proposal.ts';
import { lowersMinimum } from './lowers-minimum.ts';

const SHOWN_MINUTES = 15;
const DAY_MINUTES = 1_440;
const LEAST_GAIN_HOURS = 0.05;

interface Made {
	frame: DayFrame;
	day: LocalDay;
	nowMs: number;
	wishes: DayWishes;
	problem: RosterProblem;
	options: ReadonlyMap<string, DayOption>;
	agents: readonly AgentRecord[];
	/** Everybody's shifts as they stand. */
	schedule: ReadonlyMap<string, readonly ScheduledShift[]>;
	minimumStaff: MinimumStaffCheck;
	missing: ReadonlySet<string>;
	stood: Record<string, string>;
	leftAlone: readonly string[];
}

/** The engine's answer in the product's terms: who, which changes, and the day's cover for each number of people. */
export function toProposal(result: DayResult, made: Made): DayProposal {
	const { frame, day, nowMs, wishes, agents, missing, stood } = made;
	const nameOf = new Map(agents.map(({ id, name }) => [id, name]));
	const named = (ids: Iterable<string>) =>
		[...ids].map((agentId) => ({ agentId, name: nameOf.get(agentId) ?? agentId }));
	return {
		day: day.day,
		madeAt: nowMs,
		changesFrom: instantIn(frame, changesFrom(frame, nowMs)),
		wishes,
		intervalSeconds: SHOWN_MINUTES * 60,
		choices: worthIt(
			result.points.filter((point) => !isBelowMinimum(point, made)),
			wishes
		).map((point) => toChoice(point, made, nameOf)),
		asked: result.asked,
		leftAlone: named(new Set([...made.leftAlone, ...result.leftAlone])),
		missing: named(missing),
		stood
	};
}

/** The engine's day knows needs only: what leaves fewer at work than must be there is not proposed. */
const isBelowMinimum = ({ changes }: DayPoint, { schedule, minimumStaff, options }: Made): boolean =>
	lowersMinimum(
		minimumStaff,
		schedule,
		changes.map(({ agent, shift }) => ({ agentId: agent, moves: options.get(shift ?? '')?.moves ?? [] }))
	);

/** One more person is asked only where that closes a gap that can be seen (or a surplus, where that was wished). */
function worthIt(points: readonly DayPoint[], { shortenMinutes }: DayWishes): DayPoint[] {
	const left = ({ shortHours, overHours }: DayPoint) =>
		shortHours + (shortenMinutes > 0 ? 0.1 * overHours : 0);
	const kept: DayPoint[] = [];
	for (const point of points) {
		const last = kept.at(-1);
		if (!last || left(point) < left(last) - LEAST_GAIN_HOURS) kept.push(point);
	}
	return kept;
}

function toChoice(point: DayPoint, made: Made, nameOf: ReadonlyMap<string, string>): DayChoice {
	return {
		touched: point.touched,
		shortHours: point.shortHours,
		overHours: point.overHours,
		people: point.changes
			.map(({ agent, day, shift, savesHours }) => ({
				agentId: agent,
				name: nameOf.get(agent) ?? agent,
				moves: made.options.get(shift ?? '')?.moves ?? [],
				savesHours,
				rules: rulesKept(agent, day, shift, made)
			}))
			.sort((a, b) => b.savesHours - a.savesHours || a.name.localeCompare(b.name)),
		cover: coverOf(point, made)
	};
}

/** By a quarter of an hour, the mean of the engine's finer intervals in it (of the present one those to come). */
function coverOf({ cover }: DayPoint, { frame, problem }: Made): DayChoice['cover'] {
	const quarterOf = ({ day, fromMinute }: { day: number; fromMinute: number }) =>
		day * DAY_MINUTES + Math.floor(fromMinute / SHOWN_MINUTES) * SHOWN_MINUTES;
	const parts = new Map<number, Set<number>>();
	for (const need of problem.demand)
		parts.set(quarterOf(need), (parts.get(quarterOf(need)) ?? new Set()).add(need.fromMinute));
	return [...Map.groupBy(cover, quarterOf)]
		.map(([quarter, cells]) => {
			const count = parts.get(quarter)?.size ?? 1;
			const mean = (of: (cell: DayPoint['cover'][number]) => number) =>
				cells.reduce((sum, cell) => sum + of(cell), 0) / count;
			return {
				at: instantIn(frame, quarter),
				required: mean(({ required }) => required),
				scheduled: mean(({ scheduled }) => scheduled),
				short: mean(({ required, scheduled }) => Math.max(0, required - scheduled))
			};
		})
		.sort((a, b) => a.at - b.at);
}

function rulesKept(agentId: string, day: number, shiftId: string | null, made: Made): RulesKept {
	const { problem, frame, agents } = made;
	const shiftOf = new Map(problem.options!.map((option) => [option.id, option]));
	const contract = contractOf(agents.find(({ id }) => id === agentId)!);
	const own = new Map(
		problem
			.fixed!.filter(({ agent, shift }) => agent === agentId && shift !== null)
			.map((fixed) => [fixed.day, shiftOf.get(fixed.shift!)!])
	);
	const now = shiftOf.get(shiftId ?? '');
	if (now) own.set(day, now);
	// Monday of the week in which the day lies.
	const weekday = (new Date(`${frame.start}T00:00:00Z`).getUTCDay() + 6 + day) % 7;
	const week = [...own].filter(([on]) => on >= day - weekday && on < day - weekday + 7);
	const next = [...own.keys()].filter((on) => on > day).sort((a, b) => a - b)[0];
	const restMinutes =
		now && next !== undefined
			? (next - day) * DAY_MINUTES + own.get(next)!.startMinute - now.startMinute - now.lengthMinutes
			: null;
	return {
		dayHours: now ? paidMinutes(now) / 60 : 0,
		maxDayHours: contract.maxHoursPerDay,
		weekHours: week.reduce((sum, [, shift]) => sum + paidMinutes(shift), 0) / 60,
		maxWeekHours: contract.maxHoursPerWeek,
		restHours: restMinutes === null ? null : restMinutes / 60,
		minRestHours: contract.minRestHours
	};
}
