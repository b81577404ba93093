import { formatDate, formatTime } from '#lib/format/index.ts';
import { localText } from './local-text.ts';

/** A span as a planner says it: whole days without their midnights, hours of one day without the day twice. */
export function spanText(fromAt: number, toAt: number, timeZone: string): string {
	const [from, to] = [localText(fromAt, timeZone), localText(toAt, timeZone)];
	const day = (at: number) => formatDate(at, timeZone, { style: 'weekday' });
	if (from.endsWith('T00:00') && to.endsWith('T00:00'))
		return day(fromAt) === day(toAt - 1) ? day(fromAt) : `${day(fromAt)} – ${day(toAt - 1)}`;
	const time = (at: number) => formatTime(at, timeZone);
	return from.slice(0, 10) === to.slice(0, 10) || (to.endsWith('T00:00') && day(fromAt) === day(toAt - 1))
		? `${day(fromAt)}, ${time(fromAt)}–${time(toAt)}`
		: `${day(fromAt)} ${time(fromAt)} – ${day(toAt)} ${time(toAt)}`;
}
