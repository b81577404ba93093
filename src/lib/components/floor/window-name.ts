import { formatTime } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';

/** A window in the reader's language. */
export function windowName(window: string, timeZone: string): string {
	const known: Record<string, () => string> = {
		'15m': m.window_15m,
		'30m': m.window_30m,
		'60m': m.window_60m,
		opening: m.window_opening
	};
	return known[window]?.() ?? m.window_since_time({ time: formatTime(Date.parse(window), timeZone) });
}
