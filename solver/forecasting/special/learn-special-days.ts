import { weekdayOf } from '../calendar.ts';
import { intervalsPerDay, type CallHistory } from '../call-history.ts';
import type { Profile } from '../profile.ts';
import type { Training } from '../training.ts';
import type { SpecialCalendar } from './special-calendar.ts';
import type { SpecialDayEffect } from './special-day.ts';
import { fitSpecialEffects, type Occurrence } from './special-effects.ts';
import { fitSpecialShape, type ShapeEvidence } from './special-shape.ts';

/** What the past special days teach of those to come. */
export interface SpecialDays {
	/** Null for an ordinary day. */
	effectOf(day: number): (SpecialDayEffect & { relativeSd: number }) | null;
	/** Brings the forecast of an ordinary day, by column, to what a special day is like. */
	apply(day: number, row: Float64Array): Float64Array;
}

/** A day of which less than this share was measured says nothing. */
const LEAST_COVERAGE = 0.2;
/** A factor is at least this, however dead the day was. */
const LEAST_FACTOR = 0.01;
/** The planner's factor is a judgement: its day is unsure by this much more than an ordinary one. */
const SET_SD = 0.08;
/** Fewer calls than this in all carry no shape. */
const LEAST_SHAPE_CALLS = 100;

/**
 * Learns the special days of a history: each one's contacts over what was to be expected of it as an ordinary day
 * of its weekday and date, pooled by name (see special-effects), and how they lie in the day (see special-shape).
 *
 * @param history as recorded, with the special days in it
 * @param training and `profile`: learned without them
 * @param usualTotal contacts of a day, past or future, were it an ordinary one; null where nothing can be said
 */
export function learnSpecialDays(
	history: CallHistory,
	training: Training,
	profile: Profile,
	calendar: SpecialCalendar,
	usualTotal: (day: number) => number | null
): SpecialDays {
	const width = intervalsPerDay(history.intervalSeconds);
	const { columns } = training;
	const count = columns.length;
	const occurrences: Occurrence[] = [];
	const shapes = new Map<string, ShapeEvidence>();
	for (const { day, name } of calendar.open.values()) {
		const d = day - history.firstDay;
		if (d < 0 || d >= history.dayCount) continue;
		const shares = profile.shares.subarray(weekdayOf(day) * count, (weekdayOf(day) + 1) * count);
		const cells = columns.flatMap((interval, c) =>
			history.known[d * width + interval] && shares[c]! > 0 ? [c] : []
		);
		const callsOf = (c: number) => history.offered[d * width + columns[c]!]!;
		const covered = cells.reduce((sum, c) => sum + shares[c]!, 0);
		const usual = usualTotal(day);
		if (covered < LEAST_COVERAGE || usual === null) continue;
		const calls = cells.reduce((sum, c) => sum + callsOf(c), 0);
		// Hours not measured on a worked special day were closed: their calls are part of what the day lost.
		occurrences.push({
			name,
			logRatio: Math.log(Math.max(LEAST_FACTOR, (calls + 0.5) / (usual + 0.5))),
			counting: 1 / Math.max(1, Math.min(calls, usual))
		});
		const shape = shapes.get(name) ?? emptyShape(count);
		shape.days++;
		for (const c of cells) {
			shape.calls[c]! += callsOf(c);
			shape.expected[c]! += (calls * shares[c]!) / covered;
			shape.measured[c]!++;
		}
		shapes.set(name, shape);
	}
	const effects = fitSpecialEffects(occurrences);
	const factors = new Map(
		[...shapes].flatMap(([name, shape]) =>
			shape.calls.reduce((a, b) => a + b, 0) >= LEAST_SHAPE_CALLS
				? [[name, fitSpecialShape(shape, columns)] as const]
				: []
		)
	);

	const effectOf = (day: number) => {
		const special = calendar.open.get(day);
		if (!special) return null;
		const { name } = special;
		const learned = effects.of(name);
		const known = { day, name, occurrences: learned.occurrences };
		if (special.factor !== undefined && special.factor !== null)
			return { ...known, factor: special.factor, source: 'set' as const, relativeSd: SET_SD };
		if (effects.occurrences === 0)
			return { ...known, factor: 1, source: 'none' as const, relativeSd: learned.sd };
		const source = learned.occurrences > 0 ? ('learned' as const) : ('all-days' as const);
		return { ...known, factor: Math.exp(learned.log), source, relativeSd: learned.sd };
	};
	return {
		effectOf,
		apply(day, row) {
			const effect = effectOf(day);
			if (!effect) return row;
			const shape = factors.get(effect.name);
			const before = row.reduce((a, b) => a + b, 0);
			const shaped = shape ? row.map((value, c) => value * shape[c]!) : row;
			const after = shaped.reduce((a, b) => a + b, 0);
			if (!(after > 0)) return row.map((value) => value * effect.factor);
			return shaped.map((value) => (value * effect.factor * before) / after);
		}
	};
}

const emptyShape = (count: number): ShapeEvidence => ({
	calls: new Float64Array(count),
	expected: new Float64Array(count),
	measured: new Float64Array(count),
	days: 0
});
