import { TZDate } from '@date-fns/tz';
import { addDays, format, getDay, setHours, startOfDay } from 'date-fns';

/** Parts of a local day, as the comparison tells hours apart: from this hour on. */
const BANDS = [
	['night', 0],
	['morning', 7],
	['noon', 11],
	['afternoon', 15],
	['evening', 19]
] as const;

export interface DayBands {
	/** Local date, YYYY-MM-DD. */
	date: string;
	fromMs: number;
	toMs: number;
	/** In order; each lasts until the next begins. Weekends are other days than weekdays. */
	bands: { name: string; fromMs: number }[];
}

/** The local days from that of `fromMs` to before that of `toMs`; days on which the clocks change included. */
export function dayBands(fromMs: number, toMs: number, timeZone: string): DayBands[] {
	const days: DayBands[] = [];
	for (let start = startOfDay(new TZDate(fromMs, timeZone)); start.getTime() < toMs;) {
		const next = addDays(start, 1);
		const part = [0, 6].includes(getDay(start)) ? 'weekend' : 'weekday';
		days.push({
			date: format(start, 'yyyy-MM-dd'),
			fromMs: start.getTime(),
			toMs: next.getTime(),
			bands: BANDS.map(([name, hour]) => ({
				name: `${part}-${name}`,
				fromMs: hour === 0 ? start.getTime() : setHours(start, hour).getTime()
			}))
		});
		start = next;
	}
	return days;
}
