import { max } from 'd3-array';
import { scaleBand, scaleLinear } from 'd3-scale';
import type { Margin } from '../../charts/time-series-geometry.ts';

export type ChartMonth = { month: string; required: number; available: number; overtime: number };
type Box = { x: number; y: number; width: number; height: number };

/** Columns of people there are, the line of people required, and what is missing between them. */
export function monthChartGeometry(
	months: readonly ChartMonth[],
	size: { width: number; height: number; margin: Margin; yMax?: number }
) {
	const { width, height, margin } = size;
	const top = size.yMax ?? highestOf(months);
	const x = scaleBand(
		months.map(({ month }) => month),
		[margin.left, Math.max(margin.left + 1, width - margin.right)]
	).padding(0.12);
	const y = scaleLinear([0, top > 0 ? top : 1], [height - margin.bottom, margin.top]).nice(4);
	const box = (month: string, from: number, to: number): Box => ({
		x: x(month)!,
		y: y(to),
		width: x.bandwidth(),
		height: y(from) - y(to)
	});
	// Labels need 30 px each.
	const every = Math.max(1, Math.ceil(30 / x.step()));
	return {
		y,
		yTicks: y.ticks(height < 160 ? 3 : 4),
		columns: months.map(({ month, available }) => box(month, 0, available)),
		overtime: months.flatMap(({ month, available, overtime }) =>
			overtime > 0 ? [box(month, available, available + overtime)] : []
		),
		shortages: months.flatMap(({ month, required, available, overtime }) =>
			required > available + overtime ? [box(month, available + overtime, required)] : []
		),
		required: months.map(({ month, required }) => ({
			x1: x(month)! - x.step() * 0.06,
			x2: x(month)! + x.bandwidth() + x.step() * 0.06,
			y: y(required)
		})),
		labels: months.flatMap(({ month }, i) =>
			i % every === 0
				? [{ month, x: x(month)! + x.bandwidth() / 2, isYear: i === 0 || Number(month.slice(5)) <= every }]
				: []
		),
		centre: (index: number) => x(months[index]!.month)! + x.bandwidth() / 2,
		indexAt: (px: number) =>
			Math.min(months.length - 1, Math.max(0, Math.floor((px - margin.left) / x.step())))
	};
}

export const highestOf = (months: readonly ChartMonth[]): number =>
	max(months, ({ required, available, overtime }) => Math.max(required, available + overtime)) ?? 0;
