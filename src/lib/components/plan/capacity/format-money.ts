import { displayLocale } from '#lib/format/display-locale.ts';
import { UNKNOWN } from '#lib/format/index.ts';
import { numberFormat } from '#lib/format/intl-cache.ts';

/** An amount of money in whole units, or with its cents where it is small. */
export function formatMoney(
	amount: number | null,
	currency: string,
	options: { signed?: boolean; cents?: boolean } = {}
): string {
	if (amount === null || !Number.isFinite(amount)) return UNKNOWN;
	return numberFormat(displayLocale(), {
		style: 'currency',
		currency,
		maximumFractionDigits: options.cents ? 2 : 0,
		minimumFractionDigits: options.cents ? 2 : 0,
		useGrouping: 'always',
		signDisplay: options.signed ? 'exceptZero' : 'negative'
	}).format(amount);
}
