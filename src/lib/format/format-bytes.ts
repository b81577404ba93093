import { formatCount } from './format-count.ts';
import { UNKNOWN } from './unknown.ts';

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** A size in decimal units, with a tenth below ten: 1234567 → "1.2 MB". */
export function formatBytes(bytes: number | null | undefined): string {
	if (bytes === null || bytes === undefined || !Number.isFinite(bytes)) return UNKNOWN;
	let [value, unit] = [bytes, 0];
	while (value >= 1000 && unit < UNITS.length - 1) [value, unit] = [value / 1000, unit + 1];
	return `${formatCount(value, { digits: unit > 0 && value < 10 ? 1 : 0 })} ${UNITS[unit]}`;
}
