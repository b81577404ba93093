import { m } from '#lib/paraglide/messages.js';

const NAMES: Record<string, () => string> = {
	breaks: m.staffing_kind_breaks,
	training: m.staffing_kind_training,
	meetings: m.staffing_kind_meetings,
	absence: m.staffing_kind_absence,
	leave: m.staffing_kind_leave,
	all: m.staffing_kind_all
};

/** A kind of shrinkage in the page's language; the planner's own stand as they were typed. */
export const shrinkageKind = (kind: string): string => NAMES[kind]?.() ?? kind;

/** What was typed, back as a kind that every language knows where it is one. */
export const kindOfName = (typed: string): string =>
	Object.keys(NAMES).find((kind) => NAMES[kind]!() === typed.trim()) ?? typed.trim();
