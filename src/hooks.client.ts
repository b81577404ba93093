import { getLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';

// The language of a page stands until the next load: asked for with every word, the cookie would be read each time.
const locale = getLocale();
overwriteGetLocale(() => locale);
