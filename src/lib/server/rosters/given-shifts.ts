import type { KeptParts } from '#lib/contracts/rostering.ts';
import { plusDays } from '#lib/format/local-dates.ts';
import { addGiven, type RosterProblem } from '#solver/rostering/index.ts';
import { InvalidInputError } from '../access/index.ts';
import type { Context } from '../context.ts';
import { openTimeZone } from '../history/index.ts';
import type { RosterView } from './read-rosters.ts';
import { scheduleAsPublished, type ScheduledShift } from './schedule-as-changed.ts';
import { shapeOf, wholeOf } from './shift-shape.ts';
import type { Origin } from './store-roster.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

/**
 * A problem in which what is kept of a roster is decided, and what was announced is known. People who are not in the
 * problem any more have nothing to keep.
 *
 * @returns with the kept shifts as they are stored, by agent and day
 */
export async function givenShifts(
	ctx: Context,
	base: RosterView,
	problem: RosterProblem,
	{ keep, near }: { keep: KeptParts; near: 'nothing' | 'published' | 'base' }
): Promise<{ problem: RosterProblem; kept: Origin['kept'] }> {
	const { start, days } = problem.horizon;
	const midnight = Date.parse(`${start}T00:00:00Z`);
	const zone = openTimeZone(base.timeZone)!;
	const minuteOf = (at: number): number => (at + zone.offsetMs(at) - midnight) / MINUTE_MS;
	const people = new Set(problem.agents.map(({ id }) => id));
	const dayOf = ({ startAt }: ScheduledShift): number => Math.floor(minuteOf(startAt) / DAY_MINUTES);
	const place = (agentId: string, shifts: readonly ScheduledShift[]) =>
		people.has(agentId)
			? [...Map.groupBy(shifts, dayOf).values()].flatMap((pieces) => {
					const stored = wholeOf(pieces);
					const found = shapeOf(stored, minuteOf, problem.intervalMinutes);
					return found && found.day >= 0 && found.day < days
						? [{ agent: agentId, day: found.day, shift: found.shape, stored }]
						: [];
				})
			: [];
	const placeAll = (schedule: ReadonlyMap<string, readonly ScheduledShift[]>) =>
		[...schedule].flatMap(([agentId, shifts]) => place(agentId, shifts));
	const own = placeAll(Map.groupBy(base.shifts, ({ agentId }) => agentId));
	const published =
		near === 'nothing'
			? null
			: near === 'base'
				? own
				: placeAll(await scheduleAsPublished(ctx, base.fromAt, base.toAt));
	const isKept = keptBy(keep, start);
	const ownOn = new Map(own.map((one) => [`${one.agent} ${one.day}`, one]));
	const fixed = [...people].flatMap((agent) =>
		Array.from({ length: days }, (_, day) => ({ agent, day })).flatMap((cell) => {
			if (!isKept(cell.agent, cell.day)) return [];
			const shift = ownOn.get(`${cell.agent} ${cell.day}`);
			return [{ ...cell, shift: shift?.shift ?? ('off' as const), stored: shift?.stored ?? null }];
		})
	);
	const told = <T extends { agent: string; day: number; shift: unknown }>({ agent, day, shift }: T) => ({
		agent,
		day,
		shift
	});
	try {
		return {
			problem: addGiven(problem, {
				fixed: fixed.map(told),
				...(published && { published: published.map(told) })
			}),
			kept: new Map(
				fixed.flatMap(({ agent, day, stored }) => (stored ? [[`${agent} ${day}`, stored] as const] : []))
			)
		};
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		throw new InvalidInputError(`Searching a roster again: what is kept can't be: ${error.message}`);
	}
}

/** Whether a person's day stays as it is. */
function keptBy({ agents, days, cells }: KeptParts, start: string): (agent: string, day: number) => boolean {
	const wholePeople = new Set(agents);
	const dates = new Set(days);
	const single = new Set(cells.map(({ agentId, date }) => `${agentId} ${date}`));
	return (agent, day) => {
		const date = plusDays(start, day);
		return wholePeople.has(agent) || dates.has(date) || single.has(`${agent} ${date}`);
	};
}
