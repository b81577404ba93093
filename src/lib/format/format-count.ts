import { displayLocale } from './display-locale.ts';
import { numberFormat } from './intl-cache.ts';
import { UNKNOWN } from './unknown.ts';

/** A count or other plain number, grouped by locale: 12345 → "12,345". `digits` are decimals, always shown. */
export function formatCount(
	value: number | null | undefined,
	options: { digits?: number; signed?: boolean; compact?: boolean; locale?: string } = {}
): string {
	if (value === null || value === undefined || !Number.isFinite(value)) return UNKNOWN;
	const digits = options.digits ?? 0;
	return numberFormat(displayLocale(options.locale), {
		useGrouping: 'always',
		notation: options.compact ? 'compact' : 'standard',
		minimumFractionDigits: options.compact ? 0 : digits,
		maximumFractionDigits: options.compact ? Math.max(1, digits) : digits,
		signDisplay: options.signed ? 'exceptZero' : 'negative'
	}).format(value);
}
