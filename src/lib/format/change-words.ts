import { m } from '#lib/paraglide/messages.js';
import type { Activity } from '#solver/adherence/index.ts';
import { activityName } from './exception-sentence.ts';
import { formatTime } from './index.ts';

interface Change {
	kind: 'absent' | 'late' | 'leaves' | 'cancelled' | 'moved' | 'extended' | 'called';
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
		case 'called':
			return m.adherence_kind_called_of(span);
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
	'days-off-per-week': m.dayplan_rule_off
};

/** The roster's rules by their ids, as a person names them; another id stays as it is. */
export const ruleName = (rule: string): string => RULES[rule]?.() ?? rule;
