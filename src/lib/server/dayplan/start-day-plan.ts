import { TZDate } from '@date-fns/tz';
import type { JobUpdate } from '#lib/contracts/live.ts';
import type { DayResult, RosterProblem } from '#solver/rostering/index.ts';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import { listAgents } from '../agents/index.ts';
import { listReserved } from '../coaching/index.ts';
import { SYSTEM, type Actor, type Context } from '../context.ts';
import { localDayOf } from '../intraday/index.ts';
import type { Jobs } from '../jobs/index.ts';
import { log } from '../log.ts';
import {
	dayFrame,
	frameShifts,
	listChanges,
	MinimumStaffCheck,
	scheduleAsChanged
} from '../rosters/index.ts';
import { readPersonTerms } from '../wishes/index.ts';
import { readDayNeeds } from './day-demand.ts';
import { DayInput } from './day-input.ts';
import { ACTION, dayProblem } from './day-problem.ts';
import { standsAs } from './stands-as.ts';
import { toProposal } from './to-proposal.ts';

const DAY_MINUTES = 1_440;

export interface DayWork {
	problem: RosterProblem;
	seconds: number;
	mostTouched: number;
}

/**
 * Starts a re-optimisation of the rest of today as a job; its result is a DayProposal. What has been worked, and what
 * begins within a quarter of an hour, stays.
 *
 * @param floor the floor's time, its zone, and who is scheduled now and signed off
 */
export async function startDayPlan(
	ctx: Context,
	jobs: Jobs,
	actor: Actor,
	input: DayInput,
	floor: { nowMs: number; timeZone: string; signedOff: readonly string[] }
): Promise<JobUpdate> {
	requireRight(actor, 'day.replan');
	const wishes = parseInput(ACTION, DayInput, input);
	const { nowMs, timeZone } = floor;
	const day = localDayOf(nowMs, timeZone);
	const needs = await readDayNeeds(ctx, day, nowMs, timeZone);
	if (!needs) throw new InvalidInputError(`${ACTION}: no staffing plan covers ${day.day}; make one first.`);
	if (!needs.some(({ agents }) => agents > 0))
		throw new InvalidInputError(`${ACTION}: nobody is needed any more on ${day.day}.`);
	const frame = dayFrame(new TZDate(day.fromAt, timeZone));
	const span = { fromMs: day.fromAt, toMs: day.toAt };
	const [agents, schedule, changes, reserved, terms] = await Promise.all([
		listAgents(ctx),
		scheduleAsChanged(ctx, frame.originMs, frame.endMs),
		listChanges(ctx, SYSTEM, span),
		listReserved(ctx, SYSTEM, span.fromMs, span.toMs),
		readPersonTerms(ctx, { start: day.day, days: 1, timeZone })
	]);
	if (schedule.size === 0)
		throw new InvalidInputError(`${ACTION}: no published roster covers ${day.day}; publish one first.`);
	const missing = new Set(wishes.leaveOutMissing ? floor.signedOff : []);
	const away = changes.filter(({ kind }) => kind === 'absent' || kind === 'leaves' || kind === 'given');
	// On leave, or not free the whole day.
	const bound = [...terms].filter(
		([, { availability, daysOff }]) =>
			daysOff.length > 0 ||
			(availability !== null &&
				!availability.some(({ fromMinute, toMinute }) => fromMinute === 0 && toMinute >= DAY_MINUTES))
	);
	const people = {
		agents,
		shifts: new Map([...schedule].map(([id, own]) => [id, frameShifts(frame, own)])),
		missing,
		unavailable: new Set([...away.map(({ agentId }) => agentId), ...bound.map(([id]) => id)]),
		reserved
	};
	const { problem, options, leftAlone } = saidInWords(() => dayProblem(frame, nowMs, needs, people, wishes));
	const minimumStaff = await MinimumStaffCheck.read(ctx, { fromMs: nowMs, toMs: day.toAt, timeZone }, () => ({
		agents: agents.filter(({ id }) => !missing.has(id)),
		schedule
	}));
	const stood = Object.fromEntries(agents.map(({ id }) => [id, standsAs(schedule.get(id), day)]));
	const payload: DayWork = { problem, seconds: wishes.seconds, mostTouched: wishes.mostTouched };
	return jobs.start(actor, {
		kind: 'day-plan',
		input: wishes,
		payload,
		finish: (result) =>
			Promise.resolve(
				toProposal(result as DayResult, {
					frame,
					day,
					nowMs,
					wishes,
					problem,
					options,
					agents,
					schedule,
					minimumStaff,
					missing,
					stood,
					leftAlone
				})
			)
	});
}

/** What the engine finds wrong with a day is a reason, and no fault of the server: it says what and where. */
function saidInWords<Answer>(make: () => Answer): Answer {
	try {
		return make();
	} catch (reason) {
		if (!(reason instanceof RangeError)) throw reason;
		log.error({ err: reason }, 'a day as it stands cannot be read as a problem');
		throw new InvalidInputError(`${ACTION}: the day as it stands cannot be planned. ${reason.message}`);
	}
}
