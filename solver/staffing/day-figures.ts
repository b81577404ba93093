import type { StaffingFigures } from './staffing-input.ts';

/** Means over a day's contacts: each counts with the figure of its interval. Null where no interval has one. */
export interface DayFigures {
	serviceLevel: number | null;
	asaSeconds: number | null;
	abandonment: number | null;
	occupancy: number | null;
}

type Figures = Pick<StaffingFigures, keyof DayFigures>;

/** Σ volume × figure / Σ volume over the intervals that have the figure. */
export function dayFigures(volumes: ArrayLike<number>, intervals: readonly Figures[]): DayFigures {
	const mean = (name: keyof DayFigures): number | null => {
		let [weighted, weight] = [0, 0];
		intervals.forEach((interval, i) => {
			const figure = interval[name];
			if (figure === null || !(volumes[i]! > 0)) return;
			weighted += volumes[i]! * figure;
			weight += volumes[i]!;
		});
		return weight > 0 ? weighted / weight : null;
	};
	return {
		serviceLevel: mean('serviceLevel'),
		asaSeconds: mean('asaSeconds'),
		abandonment: mean('abandonment'),
		occupancy: mean('occupancy')
	};
}
