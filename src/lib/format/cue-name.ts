import type { CueName } from '#lib/contracts/cues.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';

type Words = (inputs: object, options: { locale?: Locale }) => string;

/** Each cue's two forms: a label, and a noun that a sentence can take in. The only place that names cues. */
const FORMS: Record<CueName, { label: Words; noun: Words }> = {
	anger: { label: m.cue_anger, noun: m.handoff_cue_anger },
	worry: { label: m.cue_worry, noun: m.handoff_cue_worry },
	'legal-threat': { label: m.cue_legal_threat, noun: m.handoff_cue_legal },
	'churn-threat': { label: m.cue_churn_threat, noun: m.handoff_cue_churn },
	vulnerability: { label: m.cue_vulnerability, noun: m.handoff_cue_vulnerability },
	'repeated-contact': { label: m.cue_repeated_contact, noun: m.handoff_cue_repeated },
	'asks-for-person': { label: m.cue_asks_for_person, noun: m.handoff_cue_person }
};

/** A cue in the reader's language, as a label: "legal threat". */
export const cueName = (cue: CueName, locale?: Locale): string => FORMS[cue].label({}, { locale });

/** A cue as a noun within a sentence: "a threat of legal action". A kind that is not known is said as it is stored. */
export const cueNoun = (cue: string, locale?: Locale): string =>
	FORMS[cue as CueName]?.noun({}, { locale }) ?? cue;
