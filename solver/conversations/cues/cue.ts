export const CUE_KINDS = [
	'anger',
	'worry',
	'legal-threat',
	'churn-threat',
	'vulnerability',
	'repeated-contact',
	'asks-for-person'
] as const;
export type CueKind = (typeof CUE_KINDS)[number];

/** A place in a text that speaks for a kind of trouble: `text.slice(start, end)`. */
export interface Cue {
	kind: CueKind;
	start: number;
	end: number;
	/** 0 (hardly) … 1 (plainly). */
	strength: number;
}
