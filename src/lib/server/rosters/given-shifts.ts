import type { KeptParts } from '#lib/contracts/rostering.ts';
import { addGiven, type RosterProblem } from '#solver/rostering/index.ts';
import { InvalidInputError } from '../access/index.ts';
import type { Context } from '../context.ts';
import { openTimeZone } from '../history/index.ts';
import type { RosterView } from './read-rosters.ts';
import { scheduleAsPublished, type ScheduledShift } from './schedule-as-changed.ts';
import { shapeOf } from './shift-shape.ts';
import type { Origin } from './store-roster.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

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
	const place = (agentId: string, shift: ScheduledShift) => {
		const found = people.has(agentId) ? shapeOf(shift, minuteOf, problem.intervalMinutes) : null;
		return found && found.day >= 0 && found.day < days
			? [{ agent: agentId, day: found.day, shift: found.shape, stored: shift }]
			: [];
	};
	const own = base.shifts.flatMap(({ agentId, startAt, endAt, breaks }) =>
		place(agentId, { startAt, endAt, breaks })
	);
	const published =
		near === 'nothing'
			? null
			: near === 'base'
				? own
				: [...(await scheduleAsPublished(ctx, base.fromAt, base.toAt))].flatMap(([agentId, shifts]) =>
						shifts.flatMap((shift) => place(agentId, shift))
					);
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
	const once = new Map((published ?? []).map((one) => [`${one.agent} ${one.day}`, one]));
	try {
		return {
			problem: addGiven(problem, {
				fixed: fixed.map(told),
				...(published && { published: [...once.values()].map(told) })
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
	const first = Date.parse(`${start}T00:00:00Z`);
	return (agent, day) => {
		const date = new Date(first + day * DAY_MS).toISOString().slice(0, 10);
		return wholePeople.has(agent) || dates.has(date) || single.has(`${agent} ${date}`);
	};
}
