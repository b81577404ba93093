/** What a customer's words give away besides their mood; the solver's kinds, for the browser. */
export const CUE_NAMES = [
	'anger',
	'worry',
	'legal-threat',
	'churn-threat',
	'vulnerability',
	'repeated-contact',
	'asks-for-person'
] as const;
export type CueName = (typeof CUE_NAMES)[number];
