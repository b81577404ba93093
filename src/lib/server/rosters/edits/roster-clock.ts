import { allShifts, type RosterProblem, type ShiftPart as Part } from '#solver/rostering/index.ts';
import type { PlacedShift } from '#solver/rostering/edit/index.ts';
import type { ShiftPart } from '../../db/schema/index.ts';
import { openTimeZone } from '../../history/index.ts';
import { shapeOf } from '../shift-shape.ts';
import { instantOf } from '../store-roster.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
const DAY_MS = DAY_MINUTES * MINUTE_MS;

/** A stored shift as far as its time goes. */
export interface StoredShift {
	id: string;
	agentId: string;
	templateId: string;
	startAt: number;
	endAt: number;
	breaks: ShiftPart[];
}

/** Between the instants that are stored and the local minutes of a roster's problem. */
export interface RosterClock {
	/** The instant of a minute of a day of the horizon. */
	at(day: number, minute: number): number;
	placed(shift: StoredShift): PlacedShift;
	stored(shift: PlacedShift): Omit<StoredShift, 'templateId'>;
}

/**
 * A shift that is as its template was stored is read as that template, also where the clocks change within it, and so is
 * a person's own one that was kept to the minute where the engine's grid is coarser; any other by what the clocks show.
 */
export function rosterClock(problem: RosterProblem, timeZone: string): RosterClock {
	const zone = openTimeZone(timeZone)!;
	const midnight = Date.parse(`${problem.horizon.start}T00:00:00Z`);
	const at = (day: number, minute: number): number =>
		instantOf(zone, midnight + day * DAY_MS + minute * MINUTE_MS);
	const minuteOf = (instant: number): number => (instant + zone.offsetMs(instant) - midnight) / MINUTE_MS;
	const templates = new Map(allShifts(problem).map((shift) => [shift.id, shift]));
	const partsAt = (day: number, startMinute: number, breaks: readonly Part[]): ShiftPart[] =>
		breaks.map(({ offsetMinute, lengthMinutes, paid, kind }) => ({
			startAt: at(day, startMinute + offsetMinute),
			endAt: at(day, startMinute + offsetMinute + lengthMinutes),
			isPaid: paid,
			...(kind && { kind })
		}));
	return {
		at,
		placed({ id, agentId, templateId, startAt, endAt, breaks }) {
			const day = Math.floor(minuteOf(startAt) / DAY_MINUTES);
			const template = templates.get(templateId);
			const isNear = (minute: number, instant: number) =>
				Math.abs(at(day, minute) - instant) < problem.intervalMinutes * MINUTE_MS;
			const isKept =
				template !== undefined &&
				'agent' in template &&
				isNear(template.startMinute, startAt) &&
				isNear(template.startMinute + template.lengthMinutes, endAt);
			if (
				isKept ||
				(template &&
					at(day, template.startMinute) === startAt &&
					at(day, template.startMinute + template.lengthMinutes) === endAt &&
					sameParts(partsAt(day, template.startMinute, template.breaks), breaks))
			) {
				const { startMinute, lengthMinutes, breaks: parts } = template;
				return { id, agent: agentId, day, startMinute, lengthMinutes, breaks: parts };
			}
			const shown = shapeOf({ startAt, endAt, breaks }, minuteOf, 1)?.shape ?? {
				// The clocks show no later time at its end: they go back within it.
				startMinute: Math.floor(minuteOf(startAt)) - day * DAY_MINUTES,
				lengthMinutes: Math.ceil((endAt - startAt) / MINUTE_MS),
				breaks: []
			};
			return { id, agent: agentId, day, ...shown };
		},
		stored: ({ id, agent, day, startMinute, lengthMinutes, breaks }) => ({
			...{ id, agentId: agent },
			startAt: at(day, startMinute),
			endAt: at(day, startMinute + lengthMinutes),
			breaks: partsAt(day, startMinute, breaks)
		})
	};
}

/** Whether two stored shifts are the same person's at the same time, part for part. */
export const sameStored = (a: Omit<StoredShift, 'templateId'>, b: Omit<StoredShift, 'templateId'>): boolean =>
	a.agentId === b.agentId && a.startAt === b.startAt && a.endAt === b.endAt && sameParts(a.breaks, b.breaks);

const sameParts = (a: readonly ShiftPart[], b: readonly ShiftPart[]): boolean =>
	a.length === b.length &&
	a.every((part, i) => {
		const other = b[i]!;
		return (
			part.startAt === other.startAt &&
			part.endAt === other.endAt &&
			part.isPaid === other.isPaid &&
			part.kind === other.kind
		);
	});
