import type { RosterComparison, RosterSide } from '#lib/contracts/roster-comparison.ts';
import { formatCount, formatPercent } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';

/** A line of the comparison: what is measured, in both, and by how much they differ. */
export interface Measure {
	id: string;
	label: string;
	a: number | null;
	b: number | null;
	format: (value: number | null, options?: { signed?: boolean }) => string;
	/** Whether less of it is better; null: neither. */
	isLessBetter: boolean | null;
	hint?: string;
}

const count =
	(digits = 0) =>
	(value: number | null, { signed = false } = {}) =>
		formatCount(value, { digits, signed });
const hours = (value: number | null, { signed = false } = {}): string =>
	value === null ? formatCount(null) : m.roster_hours({ hours: formatCount(value, { digits: 1, signed }) });
const percent = (value: number | null, { signed = false } = {}): string =>
	formatPercent(value, { digits: 1, signed });

const share = ({ preferences: { met, asked } }: RosterSide): number | null =>
	asked === 0 ? null : met / asked;

/** What two rosters are held against each other by, in order. */
export function measuresOf({ a, b, bByWeightsOfA, fairness }: RosterComparison): Measure[] {
	const line = (
		id: string,
		label: string,
		of: (side: RosterSide) => number | null,
		format: Measure['format'],
		isLessBetter: boolean | null,
		hint?: string
	): Measure => ({ id, label, a: of(a), b: of(b), format, isLessBetter, hint });
	return [
		// By different weights the two costs are of different things.
		line(
			'objective',
			m.roster_objective(),
			(s) => s.objective,
			count(1),
			bByWeightsOfA === null ? true : null,
			m.roster_objective_formula()
		),
		...(bByWeightsOfA === null
			? []
			: [
					{
						id: 'objective-by-a',
						label: m.compare_roster_cost_by_a(),
						a: a.objective,
						b: bByWeightsOfA,
						format: count(1),
						isLessBetter: true
					}
				]),
		line('bound', m.roster_bound(), (s) => s.lowerBound, count(1), null, m.roster_bound_formula()),
		line('gap', m.roster_gap(), (s) => s.gap, percent, true, m.roster_gap_formula()),
		line('short', m.compare_roster_short_hours(), (s) => s.shortHours, hours, true),
		line('over', m.compare_roster_over_hours(), (s) => s.overHours, hours, true),
		line('paid', m.compare_roster_paid_hours(), (s) => s.paidHours, hours, null),
		line('people', m.compare_roster_people_rostered(), (s) => s.people, count(), null),
		line('rules', m.roster_violations(), (s) => s.violations.length, count(), true),
		line(
			'preferences',
			m.compare_roster_preferences(),
			share,
			percent,
			false,
			m.compare_roster_preferences_hint()
		),
		...fairness.map(({ measure, a: own, b: other }): Measure => ({
			id: `spread-${measure}`,
			label: {
				hours: m.compare_roster_spread_hours,
				nights: m.compare_roster_spread_nights,
				weekends: m.compare_roster_spread_weekends
			}[measure](),
			a: own.deviation,
			b: other.deviation,
			format: count(1),
			isLessBetter: true,
			hint: m.compare_roster_spread_hint({
				a: `${formatCount(own.least, { digits: 1 })}–${formatCount(own.most, { digits: 1 })}`,
				b: `${formatCount(other.least, { digits: 1 })}–${formatCount(other.most, { digits: 1 })}`
			})
		}))
	];
}

/** Whether the second is better, worse, or neither. */
export function verdictOf({ a, b, isLessBetter }: Measure): 'better' | 'worse' | null {
	if (a === null || b === null || isLessBetter === null || Math.abs(a - b) < 1e-9) return null;
	return b < a === isLessBetter ? 'better' : 'worse';
}
