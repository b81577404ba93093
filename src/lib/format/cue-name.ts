import type { CueName } from '#lib/contracts/cues.ts';
import { m } from '#lib/paraglide/messages.js';

/** A cue in the reader's language. */
export const cueName = (cue: CueName): string =>
	({
		anger: m.cue_anger,
		worry: m.cue_worry,
		'legal-threat': m.cue_legal_threat,
		'churn-threat': m.cue_churn_threat,
		vulnerability: m.cue_vulnerability,
		'repeated-contact': m.cue_repeated_contact,
		'asks-for-person': m.cue_asks_for_person
	})[cue]();
