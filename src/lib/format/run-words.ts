import type { AskedRun, RunWeight } from '#lib/contracts/rostering.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCount } from './format-count.ts';

const NAMES: Record<RunWeight, () => string> = {
	under: m.compare_roster_weight_under,
	over: m.compare_roster_weight_over,
	deepUnder: m.compare_roster_weight_deep,
	preference: m.compare_roster_weight_preference,
	changedDay: m.compare_roster_weight_changed_day,
	changedHour: m.compare_roster_weight_changed_hour,
	changedPerson: m.compare_roster_weight_changed_person
};
const HINTS: Record<RunWeight, () => string> = {
	under: m.compare_roster_hint_under,
	over: m.compare_roster_hint_over,
	deepUnder: m.compare_roster_hint_deep,
	preference: m.compare_roster_hint_preference,
	changedDay: m.compare_roster_hint_changed_day,
	changedHour: m.compare_roster_hint_changed_hour,
	changedPerson: m.compare_roster_hint_changed_person
};

export const runWeightName = (weight: RunWeight): string => NAMES[weight]();
export const runWeightHint = (weight: RunWeight): string => HINTS[weight]();

/** What a run was asked for against the roster that it began from, a phrase each; empty: the same once more. */
export function askedWords(asked: AskedRun, kindName: (id: string) => string): string[] {
	const { kept, near, weights, kinds, without, added } = asked;
	const number = (value: number): string => formatCount(value, { digits: Number.isInteger(value) ? 0 : 1 });
	return [
		...(kept.agents > 0 ? [m.compare_roster_kept_people({ count: kept.agents })] : []),
		...(kept.days > 0 ? [m.compare_roster_kept_days({ count: kept.days })] : []),
		...(kept.cells > 0 ? [m.compare_roster_kept_cells({ count: kept.cells })] : []),
		...(near === 'published' ? [m.compare_roster_asked_near_published()] : []),
		...(near === 'base' ? [m.compare_roster_asked_near_base()] : []),
		...weights.map(({ weight, before, after }) =>
			m.compare_roster_asked_weight({
				weight: runWeightName(weight),
				before: number(before),
				after: number(after)
			})
		),
		...(kinds ? [m.compare_roster_asked_kinds({ kinds: kinds.map(kindName).join(', ') })] : []),
		...(without.length > 0 ? [m.compare_roster_asked_without({ count: without.length })] : []),
		...(added.length > 0 ? [m.compare_roster_asked_added({ count: added.length })] : [])
	];
}
