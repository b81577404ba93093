import { m } from '#lib/paraglide/messages.js';
import type { Activity, ScheduleChangeKind } from '#solver/adherence/index.ts';
import { activityName } from './exception-sentence.ts';
import { formatTime } from './index.ts';

interface Change {
	kind: ScheduleChangeKind;
	fromAt: number;
	toAt: number;
	activity: Activity | null;
	movedTo: number | null;
}

/** A change of somebody's day in plain words. */
export function changeWords({ kind, fromAt, toAt, activity, movedTo }: Change, timeZone: string): string {
	const time = (at: number) => formatTime(at, timeZone);
	const span = { from: time(fromAt), to: time(toAt) };
	const part = { ...span, activity: activityName(activity ?? 'break') };
	switch (kind) {
		case 'absent':
			return m.adherence_kind_absent_of(span);
		case 'late':
			return m.adherence_kind_late_of(span);
		case 'leaves':
			return m.adherence_kind_leaves_of(span);
		case 'extended':
			return m.adherence_kind_extended_of(span);
		case 'earlier':
			return m.adherence_kind_earlier_of(span);
		case 'called':
			return m.adherence_kind_called_of(span);
		case 'given':
			return m.swap_change_given(span);
		case 'taken':
			return m.swap_change_taken(span);
		case 'cancelled':
			return m.adherence_kind_cancelled_of(part);
		case 'moved':
			return m.adherence_kind_moved_of({ ...part, at: time(movedTo ?? fromAt) });
	}
}

const RULES: Partial<Record<string, () => string>> = {
	'rest-between-shifts': m.dayplan_rule_rest,
	'max-hours-per-week': m.dayplan_rule_week,
	'hours-per-day': m.dayplan_rule_day,
	'max-consecutive-days': m.dayplan_rule_run,
	'days-off-per-week': m.dayplan_rule_off,
	'whole-weekends': m.contract_rule_whole_weekends,
	'weekly-rest': m.contract_rule_weekly_rest,
	'hours-per-period': m.contract_rule_period,
	'max-consecutive-nights': m.contract_rule_nights,
	'min-consecutive-nights': m.contract_rule_nights,
	'forward-rotation': m.contract_rule_forward,
	'start-spread': m.contract_rule_spread,
	sequences: m.contract_rule_sequence,
	'breaks-in-shifts': m.contract_rule_breaks,
	minors: m.contract_rule_minors,
	'one-shift-a-day': m.rosteredit_rule_one,
	'shift-days': m.rosteredit_rule_weekdays,
	availability: m.rosteredit_rule_availability,
	leave: m.rosteredit_rule_leave,
	'min-hours-per-week': m.rosteredit_rule_least,
	'min-consecutive-days': m.rosteredit_rule_least_run,
	'min-consecutive-days-off': m.rosteredit_rule_least_off,
	'max-weekends': m.rosteredit_rule_weekends,
	'own-shifts': m.rosteredit_rule_own,
	'fixed-days': m.rosteredit_rule_fixed,
	'begun-shifts': m.rosteredit_rule_begun,
	'fixed-activities': m.rosteredit_rule_activities,
	'minimum-staff': m.minstaff_rule,
	skills: m.swap_rule_skills,
	'no-shift-to-give': m.swap_rule_no_shift
};

/** The roster's rules by their ids, as a person names them; another id stays as it is. */
export const ruleName = (rule: string): string => RULES[rule]?.() ?? rule;
