import { monthCalendar } from '#solver/capacity/index.ts';

/**
 * Contacts by month from contacts by day (local day number → contacts). A month that the days do not reach takes the same
 * month of the year before; one that they reach in part only is raised to its whole.
 */
export function monthVolumes(
	days: ReadonlyMap<number, number>,
	firstMonth: string,
	monthCount: number
): number[] {
	const firstDay = Date.parse(`${firstMonth}-01T00:00:00Z`) / 86_400_000;
	const lastDay = Math.max(...days.keys());
	const volumes: number[] = [];
	monthCalendar(firstMonth, monthCount).forEach(({ fromDay, days: length }, m) => {
		const from = firstDay + fromDay;
		let sum = 0;
		for (let day = from; day < from + length; day++) sum += days.get(day) ?? 0;
		const reached = Math.min(length, Math.max(0, lastDay - from + 1));
		const isMostlyThere = reached >= length / 2;
		if (isMostlyThere) volumes.push(Math.round((sum * length) / reached));
		else volumes.push(m >= 12 ? volumes[m - 12]! : (volumes[m - 1] ?? 0));
	});
	return volumes;
}
