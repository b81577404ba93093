import { displayLocale } from './display-locale.ts';
import { dateFormat } from './intl-cache.ts';

/** A zone as people name it, with its offset at that instant: "Madrid (GMT+2)". */
export function formatZone(timeZone: string, atMs: number, options: { locale?: string } = {}): string {
	const city = timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
	if (timeZone === 'UTC') return 'UTC';
	const offset = dateFormat(displayLocale(options.locale), { timeZone, timeZoneName: 'shortOffset' })
		.formatToParts(atMs)
		.find((part) => part.type === 'timeZoneName')?.value;
	return offset && offset !== city ? `${city} (${offset})` : city;
}
