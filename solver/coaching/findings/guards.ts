import type { Metric } from '../metrics.ts';
import type { VerdictBase } from './verdict.ts';

/** What excuses a gap: being clearly good at that which the time was spent on. */
const EXCUSES: Partial<Record<Metric, readonly Metric[]>> = {
	aht: ['fcr', 'recontact', 'csat'],
	acw: ['quality'],
	hold: ['fcr', 'recontact']
};
/** What taints a strength: being worse at that which it may have been bought with. */
const PRICES: Partial<Record<Metric, readonly Metric[]>> = {
	aht: ['fcr', 'recontact', 'csat', 'transfer', 'quality'],
	acw: ['quality', 'fcr', 'recontact'],
	hold: ['fcr', 'recontact', 'csat'],
	transfer: ['fcr', 'recontact']
};
const SURE = 0.8;
const LIKELY = 0.5;

/** The metric in whose light this gap or strength is none; null when there is none. */
export function guardOf(
	kind: 'gap' | 'strength',
	metric: Metric,
	of: (metric: Metric) => VerdictBase | undefined
): Metric | null {
	if (kind === 'gap')
		return EXCUSES[metric]?.find((other) => (of(other)?.strengthProbability ?? 0) >= SURE) ?? null;
	return PRICES[metric]?.find((other) => (of(other)?.gapProbability ?? 0) >= LIKELY) ?? null;
}
