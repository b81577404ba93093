import { formatDate } from './format-date.ts';
import { formatTime } from './format-time.ts';
import { UNKNOWN } from './unknown.ts';

/** Day and clock of an instant in a zone: "Mon 3 Mar, 14:05". */
export function formatDateTime(
	atMs: number | null | undefined,
	timeZone: string,
	options: { style?: 'short' | 'weekday' | 'medium' | 'long'; seconds?: boolean; locale?: string } = {}
): string {
	if (atMs === null || atMs === undefined || !Number.isFinite(atMs)) return UNKNOWN;
	const day = formatDate(atMs, timeZone, { style: options.style ?? 'weekday', locale: options.locale });
	return `${day}, ${formatTime(atMs, timeZone, options)}`;
}
