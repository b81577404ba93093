import { displayLocale } from './display-locale.ts';
import { numberFormat } from './intl-cache.ts';
import { UNKNOWN } from './unknown.ts';

/** A fraction 0–1 as a percentage: 0.8 → "80%" (en), "80 %" (es). Unknown is a dash. */
export function formatPercent(
	fraction: number | null | undefined,
	options: { digits?: number; signed?: boolean; locale?: string } = {}
): string {
	if (fraction === null || fraction === undefined || !Number.isFinite(fraction)) return UNKNOWN;
	const digits = options.digits ?? 0;
	return numberFormat(displayLocale(options.locale), {
		style: 'percent',
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
		signDisplay: options.signed ? 'exceptZero' : 'negative'
	}).format(fraction);
}
