import { displayLocale } from './display-locale.ts';
import { dateFormat } from './intl-cache.ts';
import { UNKNOWN } from './unknown.ts';

const STYLES = {
	/** 3 Mar */
	short: { day: 'numeric', month: 'short' },
	/** Mon 3 Mar */
	weekday: { weekday: 'short', day: 'numeric', month: 'short' },
	/** 3 Mar 2025 */
	medium: { day: 'numeric', month: 'short', year: 'numeric' },
	/** Monday, 3 March 2025 */
	long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** The calendar day of an instant (UTC ms) in a zone. */
export function formatDate(
	atMs: number | null | undefined,
	timeZone: string,
	options: { style?: keyof typeof STYLES; locale?: string } = {}
): string {
	if (atMs === null || atMs === undefined || !Number.isFinite(atMs)) return UNKNOWN;
	const locale = displayLocale(options.locale);
	return dateFormat(locale === 'en' ? 'en-GB' : locale, {
		...STYLES[options.style ?? 'medium'],
		timeZone
	}).format(atMs);
}
