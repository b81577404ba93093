import { formatDuration, formatPercent } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';

export type TargetTerms = {
	/** Plans made before targets had kinds have none. */
	target?: string;
	serviceLevelShare: number;
	thresholdSeconds: number;
	maxAsaSeconds?: number | null;
	maxAbandonment?: number | null;
	maxOccupancy?: number | null;
};

/** What a queue was planned for, in words. */
export function targetText(terms: TargetTerms): string {
	if (terms.target === 'asa') return m.staffing_target_asa({ time: formatDuration(terms.maxAsaSeconds) });
	if (terms.target === 'abandonment')
		return m.staffing_target_abandonment({ share: formatPercent(terms.maxAbandonment, { digits: 1 }) });
	if (terms.target === 'occupancy')
		return m.staffing_target_occupancy({ share: formatPercent(terms.maxOccupancy) });
	if (terms.target === 'deadline')
		return m.staffing_target_within({ time: formatDuration(terms.thresholdSeconds) });
	return m.staffing_target_in({
		share: formatPercent(terms.serviceLevelShare),
		time: formatDuration(terms.thresholdSeconds)
	});
}
