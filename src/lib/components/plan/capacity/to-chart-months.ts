import type { CapacityMonth } from '#solver/capacity/capacity-plan.ts';
import type { ChartMonth } from './month-chart-geometry.ts';

export const toChartMonths = (months: readonly CapacityMonth[]): ChartMonth[] =>
	months.map(({ month, requiredFte, availableFte, overtimeFte }) => ({
		month,
		required: requiredFte,
		available: availableFte,
		overtime: overtimeFte
	}));
