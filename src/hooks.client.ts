import type { HandleClientError } from '@sveltejs/kit/hooks';
import { getLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';

// The language of a page stands until the next load: asked for with every word, the cookie would be read each time.
const locale = getLocale();
overwriteGetLocale(() => locale);

/** What fails in the page itself is told in its own words: "Internal Error" alone helps nobody find it. */
export const handleError: HandleClientError = ({ error, kind }) => {
	if (kind !== 'unknown') return;
	console.error(error);
	return { message: error instanceof Error ? error.message : String(error) };
};
