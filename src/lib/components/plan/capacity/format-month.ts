import { displayLocale } from '#lib/format/display-locale.ts';
import { dateFormat } from '#lib/format/intl-cache.ts';

const STYLES = {
	/** Dec */
	short: { month: 'short' },
	/** Dec 2026 */
	medium: { month: 'short', year: 'numeric' },
	/** December 2026 */
	long: { month: 'long', year: 'numeric' }
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** A month given as YYYY-MM. */
export function formatMonth(month: string, style: keyof typeof STYLES = 'medium'): string {
	return dateFormat(displayLocale(), { ...STYLES[style], timeZone: 'UTC' }).format(
		Date.parse(`${month}-01T00:00:00Z`)
	);
}
