import type { CueKind } from '#solver/conversations/index.ts';
import { m } from '#lib/paraglide/messages.js';

const NAMES: Record<CueKind, () => string> = {
	anger: m.intents_cue_anger,
	worry: m.intents_cue_worry,
	'legal-threat': m.intents_cue_legal_threat,
	'churn-threat': m.intents_cue_churn_threat,
	vulnerability: m.intents_cue_vulnerability,
	'repeated-contact': m.intents_cue_repeated_contact,
	'asks-for-person': m.intents_cue_asks_for_person
};

/** A cue's kind, for people. */
export const cueName = (kind: CueKind): string => NAMES[kind]();
