import { displayLocale } from './display-locale.ts';
import { dateFormat } from './intl-cache.ts';

const MONDAY_MS = Date.UTC(2024, 0, 1);

/** The name of an ISO weekday, 1 = Monday … 7 = Sunday. */
export function formatWeekday(
	isoWeekday: number,
	options: { style?: 'narrow' | 'short' | 'long'; locale?: string } = {}
): string {
	if (!Number.isInteger(isoWeekday) || isoWeekday < 1 || isoWeekday > 7) {
		throw new RangeError(`Can't name weekday "${isoWeekday}": wanted 1 (Monday) to 7 (Sunday)`);
	}
	return dateFormat(displayLocale(options.locale), {
		weekday: options.style ?? 'short',
		timeZone: 'UTC'
	}).format(MONDAY_MS + (isoWeekday - 1) * 86_400_000);
}
