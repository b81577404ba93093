import { displayLocale } from './display-locale.ts';
import { dateFormat } from './intl-cache.ts';
import { UNKNOWN } from './unknown.ts';

/** An instant (UTC ms) as the clock of a zone shows it, 24 hours: "14:05". */
export function formatTime(
	atMs: number | null | undefined,
	timeZone: string,
	options: { seconds?: boolean; locale?: string } = {}
): string {
	if (atMs === null || atMs === undefined || !Number.isFinite(atMs)) return UNKNOWN;
	return dateFormat(displayLocale(options.locale), {
		timeZone,
		hour: '2-digit',
		minute: '2-digit',
		...(options.seconds ? { second: '2-digit' } : {}),
		hourCycle: 'h23'
	}).format(atMs);
}
