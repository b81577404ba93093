import type { ServiceLevelVariant } from './terms.ts';

/** What service level is computed from, for one queue and period; T = the queue's threshold, s = its short-abandon limit. */
export interface ServiceLevelCounts {
	/** AN */
	answered: number;
	/** AB */
	abandoned: number;
	/** An: answered within T. */
	answeredInThreshold: number;
	/** Ab: abandoned within T. */
	abandonedInThreshold: number;
	/** As: abandoned within s. */
	shortAbandoned: number;
}

/** Formulas as they are shown beside the number. */
export const SERVICE_LEVEL_FORMULA: Record<ServiceLevelVariant, string> = {
	'of-offered': 'An / (AN + AB)',
	'of-answered': 'An / AN',
	'answered-or-abandoned': '(An + Ab) / (AN + AB)',
	'less-abandons-in-threshold': 'An / (AN + AB − Ab)',
	'less-short-abandons': 'An / (AN + AB − As)'
};

/** Service level in the queue's variant, 0–1; null for a period in which nothing counts. */
export function serviceLevel(variant: ServiceLevelVariant, counts: ServiceLevelCounts): number | null {
	const {
		answered: AN,
		abandoned: AB,
		answeredInThreshold: An,
		abandonedInThreshold: Ab,
		shortAbandoned: As
	} = counts;
	const [numerator, denominator] = {
		'of-offered': [An, AN + AB],
		'of-answered': [An, AN],
		'answered-or-abandoned': [An + Ab, AN + AB],
		'less-abandons-in-threshold': [An, AN + AB - Ab],
		'less-short-abandons': [An, AN + AB - As]
	}[variant] as [number, number];
	return denominator > 0 ? numerator / denominator : null;
}
