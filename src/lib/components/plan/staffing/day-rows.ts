import { neededOf, toScheduleOf, type PlanPoint } from './plan-point.ts';

export type DayRow = {
	/** Its first interval. */
	at: number;
	day: string;
	offered: number;
	hours: number;
	scheduleHours: number;
	peak: number;
	serviceLevel: number | null;
	occupancy: number | null;
};

/** A plan's points summed by local day; shares weighted by contacts and by agents. */
export function dayRows(
	points: readonly PlanPoint[],
	intervalSeconds: number,
	dayOf: (at: number) => string
): DayRow[] {
	const hours = intervalSeconds / 3600;
	return [...Map.groupBy(points, ({ at }) => dayOf(at))].map(([day, ofDay]) => {
		const sum = (of: (point: PlanPoint) => number) => ofDay.reduce((total, one) => total + of(one), 0);
		const mean = (of: (point: PlanPoint) => number | null, weight: (point: PlanPoint) => number) => {
			const known = ofDay.filter((one) => of(one) !== null && weight(one) > 0);
			const all = known.reduce((total, one) => total + weight(one), 0);
			return all > 0 ? known.reduce((total, one) => total + of(one)! * weight(one), 0) / all : null;
		};
		return {
			at: ofDay[0]!.at,
			day,
			offered: sum(({ offered }) => offered),
			hours: sum(neededOf) * hours,
			scheduleHours: sum(toScheduleOf) * hours,
			peak: Math.max(...ofDay.map(toScheduleOf)),
			serviceLevel: mean(
				({ serviceLevel }) => serviceLevel,
				({ offered }) => offered
			),
			occupancy: mean(
				({ occupancy }) => occupancy,
				({ agents }) => agents
			)
		};
	});
}
