import { ruleName } from '#lib/format/change-words.ts';
import { formatCount, formatDate } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';
import {
	paidMinutes,
	type EditedRoster,
	type PlacedShift,
	type Violation
} from '#solver/rostering/edit/index.ts';
import { clockOf } from '../../staffing/form/clock.ts';
import type { GridDay } from '../roster-types.ts';
import type { GridColumn, GridShape } from './grid-geometry.ts';

/** Required and scheduled people, or agent-hours, of a column; of one lane or all. */
export function columnCover(
	roster: EditedRoster,
	column: GridColumn,
	lane: number | null
): { required: number; scheduled: number; short: number } {
	const perDay = roster.intervalsPerDay;
	const step = 1_440 / perDay;
	const lanes = lane === null ? roster.skills.map((_, place) => place) : [lane];
	const sum = { required: 0, scheduled: 0, short: 0 };
	const from = column.day * perDay + column.fromMinute / step;
	const to = Math.min(roster.days * perDay, column.day * perDay + column.toMinute / step);
	for (let interval = from; interval < to; interval++)
		for (const place of lanes) {
			const [required, scheduled] = [roster.required(place, interval), roster.scheduled(place, interval)];
			sum.required += required;
			sum.scheduled += scheduled;
			sum.short += Math.max(0, required - scheduled);
		}
	return sum;
}

/** What stands beside the strip above the rows: of a day in agent-hours, of an interval in people. */
export function coverWords(
	roster: EditedRoster,
	{ kind, columns, intervalMinutes }: Pick<GridShape, 'kind' | 'columns' | 'intervalMinutes'>,
	column: number,
	lane: number | null,
	days: readonly GridDay[],
	timeZone: string
): string[] {
	const at = columns[column];
	if (!at) return [];
	const { required, scheduled, short } = columnCover(roster, at, lane);
	const hours = kind === 'days' ? intervalMinutes / 60 : 1;
	const digits = kind === 'days' ? 1 : 0;
	const figure = (people: number): string =>
		kind === 'days'
			? m.roster_hours({ hours: formatCount(people * hours, { digits }) })
			: formatCount(people, { digits });
	const when =
		kind === 'days'
			? formatDate(days[at.day]?.startAt, timeZone, { style: 'weekday' })
			: `${clockOf(at.fromMinute)}–${clockOf(at.toMinute)}`;
	return [
		when,
		m.rosteredit_required({ count: figure(required) }),
		m.rosteredit_scheduled({ count: figure(scheduled) }),
		m.rosteredit_short({ count: figure(short) })
	];
}

/** Rules that somebody breaks on a day, each once. */
export const rulesOn = (violations: readonly Violation[], day: number): string[] => [
	...new Set(violations.filter((violation) => violation.day === day).map(({ rule }) => ruleName(rule)))
];

/** Whether rules are broken on a day, and each of them for a reason. */
export function markFor(
	violations: readonly Violation[],
	day: number,
	accepted: ReadonlyMap<string, unknown>
): 'broken' | 'accepted' | null {
	const broken = violations.filter((violation) => violation.day === day);
	if (broken.length === 0) return null;
	return broken.every(({ rule, agent }) => accepted.has(`${rule} ${day} ${agent}`)) ? 'accepted' : 'broken';
}

/** Paid hours of some shifts. */
export const hoursOf = (shifts: readonly PlacedShift[]): number =>
	shifts.reduce((sum, shift) => sum + paidMinutes(shift), 0) / 60;
