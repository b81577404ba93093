import type { AgentState } from '#lib/contracts/terms.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Activity, ExceptionKind } from '#solver/adherence/index.ts';
import { formatCount } from './format-count.ts';

/** What a schedule says, as a noun; null: nothing is planned. */
export const activityName = (activity: Activity | null): string =>
	({
		work: m.adherence_work,
		break: m.adherence_break,
		lunch: m.adherence_lunch,
		training: m.adherence_training,
		meeting: m.adherence_meeting,
		nothing: m.adherence_nothing
	})[activity ?? 'nothing']();

/** A span in words: 45 s, 6 min, 1 h 20 min. */
export function spanWords(seconds: number): string {
	const whole = Math.max(0, Math.round(seconds));
	if (whole < 60) return m.adherence_seconds({ count: formatCount(whole) });
	const minutes = Math.floor(whole / 60);
	if (minutes < 60) return m.adherence_minutes({ count: formatCount(minutes) });
	return m.adherence_hours({ hours: formatCount(Math.floor(minutes / 60)), minutes: minutes % 60 });
}

interface Departure {
	kind: ExceptionKind;
	planned: Activity | null;
	state: AgentState;
	fromAt: number;
	toAt: number;
	plannedToAt: number;
	isOngoing: boolean;
}

/**
 * A departure from the schedule in plain words.
 *
 * @param stateName the state in the reader's language
 */
export function exceptionSentence(row: Departure, stateName: (state: AgentState) => string): string {
	const { kind, planned, state, fromAt, toAt, plannedToAt, isOngoing } = row;
	const time = spanWords((toAt - fromAt) / 1000);
	const early = spanWords((plannedToAt - fromAt) / 1000);
	const activity = activityName(planned).toLocaleLowerCase();
	const lower = stateName(state).toLocaleLowerCase();
	switch (kind) {
		case 'absent':
			return m.adherence_absent({ time });
		case 'late':
			return m.adherence_late({ time });
		case 'left-early':
			return m.adherence_left_early({ time: early });
		case 'offline':
			return m.adherence_offline({ time });
		case 'overstayed':
			if (state === 'lunch') return m.adherence_over_lunch({ time });
			if (state === 'training') return m.adherence_over_training({ time });
			return state === 'meeting' ? m.adherence_over_meeting({ time }) : m.adherence_over_break({ time });
		case 'early-break':
			return m.adherence_early_break({ time: early, activity: lower });
		case 'unplanned-break':
			return m.adherence_unplanned({ time });
		case 'late-break':
			return isOngoing
				? m.adherence_late_break_now({ time, activity, state: lower })
				: m.adherence_late_break({ time, activity });
		case 'early-back':
			return m.adherence_early_back({ time: early, activity });
		case 'off-plan':
			return m.adherence_off_plan({ state: stateName(state), activity, time });
		case 'unscheduled':
			return m.adherence_unscheduled({ time });
	}
}
