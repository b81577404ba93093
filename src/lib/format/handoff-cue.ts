import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';

const NAMES: Record<string, (inputs: object, options: { locale?: Locale }) => string> = {
	anger: m.handoff_cue_anger,
	worry: m.handoff_cue_worry,
	'legal-threat': m.handoff_cue_legal,
	'churn-threat': m.handoff_cue_churn,
	vulnerability: m.handoff_cue_vulnerability,
	'repeated-contact': m.handoff_cue_repeated,
	'asks-for-person': m.handoff_cue_person
};

/** A sign in the customer's words, as a noun. */
export const handoffCue = (kind: string, locale?: Locale): string => NAMES[kind]?.({}, { locale }) ?? kind;
