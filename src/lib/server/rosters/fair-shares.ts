import type { FairMeasure, PersonLoad, Spread } from '#lib/contracts/roster-comparison.ts';
import { paidHours } from '#lib/format/paid-hours.ts';
import type { TimeZone } from '../history/index.ts';
import type { RosterView } from './read-rosters.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Local hours of the night, and from how many of them on a shift is a night's. */
const NIGHT = { from: 22, to: 30, least: 3 };

/** What each person who could be planned works. */
export function personLoads(
	{ problem, shifts }: Pick<RosterView, 'problem' | 'shifts'>,
	zone: TimeZone
): Map<string, PersonLoad> {
	const loads = new Map<string, PersonLoad>(
		problem.agents.map(({ id }) => [id, { hours: 0, shifts: 0, nights: 0, weekends: 0 }])
	);
	for (const shift of shifts) {
		const { agentId, startAt, endAt } = shift;
		const load = loads.get(agentId);
		if (!load) continue;
		const [from, to] = [startAt + zone.offsetMs(startAt), endAt + zone.offsetMs(endAt)];
		const weekday = new Date(from).getUTCDay();
		load.hours += paidHours(shift);
		load.shifts++;
		if (nightHours(from, to) >= NIGHT.least) load.nights++;
		if (weekday === 0 || weekday === 6) load.weekends++;
	}
	return loads;
}

/** Hours of local time from one instant to another that are night. */
function nightHours(from: number, to: number): number {
	let hours = 0;
	for (let midnight = Math.floor(from / DAY_MS) * DAY_MS - DAY_MS; midnight < to; midnight += DAY_MS)
		hours +=
			Math.max(
				0,
				Math.min(to, midnight + NIGHT.to * HOUR_MS) - Math.max(from, midnight + NIGHT.from * HOUR_MS)
			) / HOUR_MS;
	return hours;
}

export function spreadsOf(loads: ReadonlyMap<string, PersonLoad>, measure: FairMeasure): Spread {
	const values = [...loads.values()].map((load) => load[measure]);
	if (values.length === 0) return { least: 0, most: 0, mean: 0, deviation: 0 };
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
	return { least: Math.min(...values), most: Math.max(...values), mean, deviation: Math.sqrt(variance) };
}

/** How many of the wishes that people have stated are met. */
export function preferencesMet({ claimed: { problem, assignments } }: Pick<RosterView, 'claimed'>): {
	met: number;
	asked: number;
} {
	const worked = Map.groupBy(assignments, ({ agent, day }) => `${agent} ${day}`);
	let [met, asked] = [0, 0];
	for (const { id, preferences } of problem.agents)
		for (const { day, kind, shift } of preferences) {
			const ids = (worked.get(`${id} ${day}`) ?? []).map((one) => one.shift);
			const isSo =
				shift === 'off' ? ids.length === 0 : shift === 'work' ? ids.length > 0 : ids.includes(shift);
			asked++;
			if (isSo === (kind === 'prefer')) met++;
		}
	return { met, asked };
}
