import { localFields } from '#lib/format/index.ts';
import { daysBetween, plusDays } from '#lib/format/local-dates.ts';
import { knowsSkill, type AgentRecord } from '../agents/index.ts';
import type { Context } from '../context.ts';
import { openTimeZone, type TimeZone } from '../history/index.ts';
import { minimumStaffFor } from '../minimum-staff/index.ts';
import type { ScheduledShift } from './schedule-as-changed.ts';
import { instantOf } from './store-roster.ts';

const MINUTE_MS = 60_000;

interface People {
	agents: readonly Pick<AgentRecord, 'id' | 'skills'>[];
	schedule: Schedule;
}

type Schedule = ReadonlyMap<string, readonly ScheduledShift[]>;

/** So many people from one instant to another. */
interface Level {
	fromAt: number;
	toAt: number;
	people: number;
}

interface Stretch {
	fromAt: number;
	toAt: number;
	/** At every moment. */
	least: number;
	/** Who counts. */
	able: ReadonlySet<string>;
	/** How many of them are at work, by the schedule as it stands. */
	levels: readonly Level[];
}

/** The minimum staff of a span beside the schedule as it stands: what a change of the day is held against. */
export class MinimumStaffCheck {
	readonly #stretches: readonly Stretch[];
	readonly #schedule: Schedule;

	private constructor(stretches: readonly Stretch[], schedule: Schedule) {
		this.#stretches = stretches;
		this.#schedule = schedule;
	}

	/**
	 * For domains: rights are the caller's.
	 *
	 * @param readPeople everybody and their schedules of the whole span; not asked for where there is no minimum
	 */
	static async read(
		ctx: Context,
		{ fromMs, toMs, timeZone }: { fromMs: number; toMs: number; timeZone: string },
		readPeople: () => Promise<People> | People
	): Promise<MinimumStaffCheck> {
		const zone = openTimeZone(timeZone)!;
		// The night before reaches in.
		const start = plusDays(localFields(fromMs, timeZone).day, -1);
		const days = daysBetween(start, localFields(toMs, timeZone).day) + 1;
		const asked = await minimumStaffFor(ctx, { start, days, timeZone });
		if (asked.length === 0) return new MinimumStaffCheck([], new Map());
		const { agents, schedule } = await readPeople();
		const stretches = asked.flatMap(({ day, fromMinute, toMinute, skill, agents: least }) => {
			const midnight = Date.parse(`${plusDays(start, day)}T00:00:00Z`);
			const fromAt = Math.max(fromMs, instantOf(zone, midnight + fromMinute * MINUTE_MS));
			const toAt = Math.min(toMs, endOf(zone, midnight + toMinute * MINUTE_MS));
			if (toAt <= fromAt) return [];
			const able = new Set(agents.filter((agent) => knowsSkill(agent, skill)).map(({ id }) => id));
			const there = [...able].flatMap((id) => steps(schedule.get(id) ?? [], 1));
			return [{ fromAt, toAt, least, able, levels: levelsOf(there, fromAt, toAt) }];
		});
		return new MinimumStaffCheck(stretches, schedule);
	}

	/**
	 * Whether fewer than the minimum would be at work at some moment at which more are by the schedule as it stands: what is
	 * short already may stay so.
	 *
	 * @param instead shifts of people in place of all that they have in the span
	 */
	isLowered(instead: Schedule): boolean {
		return this.#stretches.some(({ fromAt, toAt, least, able, levels }) => {
			const changes = [...instead].flatMap(([id, after]) =>
				able.has(id) ? [...steps(this.#schedule.get(id) ?? [], -1), ...steps(after, 1)] : []
			);
			return levelsOf(changes, fromAt, toAt).some(
				(change) =>
					change.people < 0 &&
					levels.some(
						(level) =>
							level.fromAt < change.toAt && level.toAt > change.fromAt && level.people + change.people < least
					)
			);
		});
	}
}

/** Where a stretch ends: of a last minute that comes twice, after the second time. */
function endOf(zone: TimeZone, localMs: number): number {
	const last = localMs - MINUTE_MS;
	const found = zone.fromLocal(last);
	return (found.kind === 'twice' ? found.laterUtcMs : instantOf(zone, last)) + MINUTE_MS;
}

type Step = [at: number, people: number];

/** Coming and going of one person: whoever is on a break, or off the queues otherwise, is not at work. */
const steps = (shifts: readonly ScheduledShift[], sign: 1 | -1): Step[] =>
	shifts.flatMap(({ startAt, endAt, breaks }) => {
		const own: Step[] = [];
		let from = startAt;
		for (const part of breaks.toSorted((a, b) => a.startAt - b.startAt)) {
			if (part.startAt > from) own.push([from, sign], [part.startAt, -sign]);
			from = Math.max(from, part.endAt);
		}
		if (endAt > from) own.push([from, sign], [endAt, -sign]);
		return own;
	});

function levelsOf(all: readonly Step[], fromAt: number, toAt: number): Level[] {
	const levels: Level[] = [];
	let people = 0;
	let from = fromAt;
	for (const [at, by] of all.toSorted((a, b) => a[0] - b[0])) {
		const until = Math.min(at, toAt);
		if (until > from) {
			levels.push({ fromAt: from, toAt: until, people });
			from = until;
		}
		people += by;
	}
	if (toAt > from) levels.push({ fromAt: from, toAt, people });
	return levels;
}
