import { formatCount, UNKNOWN } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';

/** A probability as planners say it: 0.86; what a few hundred runs can't tell from 0 or 1 says so. */
export function probabilityText(value: number | null | undefined): string {
	if (value === null || value === undefined) return UNKNOWN;
	if (value < 0.005) return m.staffing_below({ value: formatCount(0.01, { digits: 2 }) });
	if (value > 0.995) return m.staffing_above({ value: formatCount(0.99, { digits: 2 }) });
	return formatCount(value, { digits: 2 });
}
