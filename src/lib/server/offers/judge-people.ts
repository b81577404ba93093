import { setImmediate } from 'node:timers/promises';
import { TZDate } from '@date-fns/tz';
import { addDays, startOfDay } from 'date-fns';
import { applyChanges, type ScheduleChange } from '#solver/adherence/index.ts';
import { NOT_ASKED, type OfferKind, type OfferedPart } from '#lib/contracts/offers.ts';
import { paidHours } from '#lib/format/paid-hours.ts';
import { listAgents, type AgentRecord } from '../agents/index.ts';
import type { Context } from '../context.ts';
import { sites, type ShiftPart } from '../db/schema/index.ts';
import {
	dayFrame,
	dayIn,
	frameShifts,
	isWorkWhileAway,
	MinimumStaffCheck,
	scheduleAsChanged,
	scheduleAsPublished,
	SHIFT_KINDS,
	violationsOf,
	weekHours,
	type ScheduledShift
} from '../rosters/index.ts';
import { readPersonTerms } from '../wishes/index.ts';
import { partOfDay } from './part-of-day.ts';

export interface Judged {
	agent: AgentRecord;
	/** Null: it would be no part of this person's day. */
	part: OfferedPart | null;
	/** The change of the schedule that accepting makes; null with the part. */
	change: (ScheduleChange & { kind: OfferedPart['change']; parts: ShiftPart[] | null }) | null;
	/** What stands against it; none: may be asked. */
	reasons: string[];
	paidHours: number;
	/** The person's shifts of those days, as they are and as they would be. */
	before: ScheduledShift[];
	after: ScheduledShift[];
}

const MINUTE_MS = 60_000;
const [NO_PART, AWAY, BEGUN, LEAST_HOURS] = NOT_ASKED;

/**
 * What an offer would be to each of some people, held against the roster's rules, their contracts, leave and availability:
 * what breaks only by it counts, not what is broken already, except that nobody is to work longer while away. For domains:
 * rights are the caller's.
 */
export async function judgePeople(
	ctx: Context,
	{ kind, fromAt, toAt }: { kind: OfferKind; fromAt: number; toAt: number },
	people: readonly AgentRecord[]
): Promise<Judged[]> {
	const [site] = await ctx.db.orm.select().from(sites);
	const day = startOfDay(new TZDate(fromAt, site!.timeZone));
	const span = { fromAt: day.getTime(), toAt: addDays(day, 1).getTime() };
	const frame = dayFrame(day);
	const only = people.length === 1 ? people[0]!.id : null;
	const { start, days } = frame;
	const [schedule, published, terms] = await Promise.all([
		scheduleAsChanged(ctx, frame.originMs, frame.endMs, only),
		scheduleAsPublished(ctx, span.fromAt, span.toAt, only),
		readPersonTerms(
			ctx,
			{ start, days, timeZone: site!.timeZone },
			people.map(({ id }) => id)
		)
	]);
	// Who works longer leaves nobody short.
	const minimumStaff =
		kind === 'time_off' &&
		(await MinimumStaffCheck.read(
			ctx,
			{ fromMs: span.fromAt, toMs: Math.max(span.toAt, toAt), timeZone: site!.timeZone },
			async () => ({
				agents: await listAgents(ctx),
				schedule: only === null ? schedule : await scheduleAsChanged(ctx, frame.originMs, frame.endMs)
			})
		));
	const judge = (agent: AgentRecord): Judged => {
		const own = schedule.get(agent.id) ?? [];
		const near = own.filter(
			({ startAt, endAt }) =>
				endAt >= addDays(day, -1).getTime() && startAt <= Math.max(addDays(day, 2).getTime(), toAt)
		);
		const part = partOfDay(kind, { fromAt, toAt }, near, span);
		const none = { agent, part: null, change: null, paidHours: 0, before: near, after: near };
		if (!part) return { ...none, reasons: [NO_PART] };
		const begins = ({ startAt }: { startAt: number }) => startAt >= span.fromAt && startAt < span.toAt;
		if (part.change === 'called' && (published.get(agent.id) ?? []).some(begins))
			return { ...none, reasons: [AWAY] };
		const change = {
			...{ kind: part.change, fromAt: part.fromAt, toAt: part.toAt, movedTo: null },
			parts: part.change === 'called' ? partsOf(part) : null
		};
		const applied = (shifts: readonly ScheduledShift[]) =>
			applyChanges<ShiftPart, ScheduledShift>(shifts, [change]);
		const violations = (shifts: readonly ScheduledShift[]) =>
			violationsOf(frame, agent, frameShifts(frame, shifts), terms.get(agent.id));
		const broken = new Set(violations(own).map(({ rule }) => rule));
		// The day of the shift that it becomes a part of.
		const worked = applied(own).find(({ startAt, endAt }) => startAt <= part.fromAt && endAt > part.fromAt);
		const worksOn = kind === 'overtime' && worked ? dayIn(frame, worked.startAt) : Number.NaN;
		const counts = violations(applied(own)).filter(
			(one) => !broken.has(one.rule) || isWorkWhileAway(one, worksOn)
		);
		const reasons: string[] = [...new Set(counts.map(({ rule }) => rule))];
		if (isUnderHours(agent, day, own, applied(own))) reasons.push(LEAST_HOURS);
		if (part.fromAt < ctx.now()) reasons.push(BEGUN);
		if (minimumStaff && minimumStaff.isLowered(new Map([[agent.id, applied(own)]])))
			reasons.push('minimum-staff');
		const after = applied(near);
		return { agent, part, change, reasons, paidHours: sum(after) - sum(near), before: near, after };
	};
	const judged: Judged[] = [];
	for (const agent of people) {
		judged.push(judge(agent));
		// A person takes some milliseconds, and the floor must not stand still for a thousand of them.
		await setImmediate();
	}
	return judged;
}

/** Breaks of a shift of its own, as shifts of that length have them. */
function partsOf({ fromAt, toAt }: OfferedPart): ShiftPart[] {
	const minutes = (toAt - fromAt) / MINUTE_MS;
	const [kind] = SHIFT_KINDS.filter(({ lengthMinutes }) => lengthMinutes <= minutes).sort(
		(a, b) => b.lengthMinutes - a.lengthMinutes
	);
	return (kind?.breaks ?? []).map(({ offsetMinute, lengthMinutes, paid, kind: name = 'break' }) => {
		const startAt = fromAt + offsetMinute * MINUTE_MS;
		return { startAt, endAt: startAt + lengthMinutes * MINUTE_MS, isPaid: paid, kind: name };
	});
}

const sum = (shifts: readonly ScheduledShift[]): number =>
	shifts.reduce((hours, one) => hours + paidHours(one), 0);

/** Whether the week falls under the least hours of the contract by it. */
function isUnderHours(
	{ contract }: AgentRecord,
	day: TZDate,
	own: readonly ScheduledShift[],
	after: readonly ScheduledShift[]
): boolean {
	const least = contract?.minHoursPerWeek ?? 0;
	return weekHours(after, day) < least && weekHours(own, day) >= least;
}
