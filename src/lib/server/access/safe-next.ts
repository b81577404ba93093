/** Any origin does: only a path that stays on it is kept. */
const ORIGIN = 'http://marea.invalid';

/**
 * Where to go after sign-in: a path of this site, or `/` for anything else. `//host`, `/\host`, other schemes and
 * control characters, which browsers drop, all lead elsewhere and are refused.
 */
export function safeNext(next: string | null | undefined): string {
	// eslint-disable-next-line no-control-regex
	if (!next || !next.startsWith('/') || /[\\\u0000-\u001f]/.test(next)) return '/';
	const url = URL.parse(next, ORIGIN);
	if (!url || url.origin !== ORIGIN) return '/';
	const path = url.pathname + url.search + url.hash;
	return path.startsWith('//') || /^\/(sign-in|sign-out|welcome)(\/|\?|$)/.test(path) ? '/' : path;
}
