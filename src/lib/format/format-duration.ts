import { UNKNOWN } from './unknown.ts';

/** Seconds as m:ss, from an hour on h:mm:ss: 75 → "1:15", 3675 → "1:01:15". Negative keeps its sign. */
export function formatDuration(seconds: number | null | undefined): string {
	if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) return UNKNOWN;
	const whole = Math.round(Math.abs(seconds));
	const hours = Math.floor(whole / 3600);
	const minutes = Math.floor((whole % 3600) / 60);
	const two = (part: number) => String(part).padStart(2, '0');
	const text = hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
	return seconds < 0 && whole > 0 ? `−${text}` : text;
}
