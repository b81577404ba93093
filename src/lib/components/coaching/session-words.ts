import type { SlotRefusal } from '#lib/contracts/coaching-views.ts';
import type { GoalState, SessionState } from '#lib/contracts/coaching.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/** The centre's own words in the reader's language. */
export const inWords = (words: { en: string; es: string }): string => words[getLocale()];

const STATES: Record<SessionState, () => string> = {
	planned: m.coachlead_state_planned,
	held: m.coachlead_state_held,
	acknowledged: m.coachlead_state_acknowledged,
	missed: m.coachlead_state_missed,
	cancelled: m.coachlead_state_cancelled
};
export const sessionStateName = (state: SessionState): string => STATES[state]();

const GOALS: Record<GoalState, () => string> = {
	open: m.coachlead_goal_open,
	reached: m.coachlead_goal_reached,
	lapsed: m.coachlead_goal_lapsed,
	dropped: m.coachlead_goal_dropped
};
export const goalStateName = (state: GoalState): string => GOALS[state]();

const REFUSALS: Record<SlotRefusal | 'gone' | 'not-planned', () => string> = {
	past: m.coachlead_refused_past,
	'agent-busy': m.coachlead_refused_agent_busy,
	'coach-busy': m.coachlead_refused_coach_busy,
	'not-on-shift': m.coachlead_refused_not_on_shift,
	'on-break': m.coachlead_refused_on_break,
	coverage: m.coachlead_refused_coverage,
	gone: m.coachlead_refused_gone,
	'not-planned': m.coachlead_refused_not_planned
};
export const slotRefusalText = (reason: SlotRefusal | 'gone' | 'not-planned'): string => REFUSALS[reason]();

const FORMS: Record<string, () => string> = {
	reading: m.coachlead_form_reading,
	practice: m.coachlead_form_practice,
	'role-play': m.coachlead_form_role_play,
	listening: m.coachlead_form_listening,
	'side-by-side': m.coachlead_form_side_by_side
};
export const formName = (form: string): string => FORMS[form]?.() ?? form;
