export type CoverPoint = { at: number; required: number; scheduled: number };

export type CoverFigures = {
	requiredHours: number;
	scheduledHours: number;
	overHours: number;
	underHours: number;
	/** 1 − Σ|scheduled − required| / Σ required; null where nobody is required. */
	efficiency: number | null;
};

/** How well the people there fit what is required: too many here do not make up for too few there. */
export function coverFigures(points: readonly CoverPoint[], intervalSeconds: number): CoverFigures {
	const hours = intervalSeconds / 3600;
	const sum = (of: (point: CoverPoint) => number) =>
		points.reduce((total, point) => total + of(point), 0) * hours;
	const requiredHours = sum(({ required }) => required);
	const overHours = sum(({ required, scheduled }) => Math.max(0, scheduled - required));
	const underHours = sum(({ required, scheduled }) => Math.max(0, required - scheduled));
	return {
		requiredHours,
		scheduledHours: sum(({ scheduled }) => scheduled),
		overHours,
		underHours,
		efficiency: requiredHours > 0 ? 1 - (overHours + underHours) / requiredHours : null
	};
}
