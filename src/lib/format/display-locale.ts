import { getLocale } from '#lib/paraglide/runtime.js';

/** The locale figures are written in: the one given, else the page's. */
export function displayLocale(locale?: string): string {
	return locale ?? getLocale();
}
