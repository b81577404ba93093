import Holidays from 'date-holidays';
import { UsageError } from '../verb.ts';
import type { NamedDay } from './read-special-days.ts';

const DAY_MS = 86_400_000;

/**
 * A country's public holidays over local days as special days of the names they go by there, effects to be learned.
 *
 * @param place `ES`, or with a region's code `ES-MD` or `ES-MD-…`
 * @throws UsageError for a place that is not known
 */
export function countryHolidays(place: string, firstDay: number, lastDay: number): NamedDay[] {
	const [country = '', state, region] = place.toUpperCase().split('-');
	const world = new Holidays();
	const isKnown =
		world.getCountries()[country] !== undefined &&
		(!state || world.getStates(country)?.[state] !== undefined) &&
		(!region || world.getRegions(country, state!)?.[region] !== undefined);
	if (!isKnown) throw new UsageError(`--country "${place}" is not known: write ES, or with a region ES-MD.`);
	world.init(country, state ?? '', region ?? '');
	const yearOf = (day: number) => new Date(day * DAY_MS).getUTCFullYear();
	const days: NamedDay[] = [];
	for (let year = yearOf(firstDay); year <= yearOf(lastDay); year++)
		for (const { date, name, type, start, end } of world.getHolidays(year)) {
			if (type !== 'public') continue;
			const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY_MS;
			const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY_MS));
			for (let day = first; day < first + length; day++)
				if (day >= firstDay && day <= lastDay) days.push({ day, name });
		}
	return days;
}
