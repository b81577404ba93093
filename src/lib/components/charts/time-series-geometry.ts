import { extent, max, min } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Series, SeriesPoint } from './series.ts';

export type Margin = { top: number; right: number; bottom: number; left: number };
export type TimeSeriesInput = {
	series: readonly Series[];
	width: number;
	height: number;
	margin: Margin;
	from?: number;
	to?: number;
	yMin?: number;
	yMax?: number;
	target?: number;
};
export type DrawnSeries = {
	id: string;
	line: string;
	band: string | null;
	area: string | null;
	end: { x: number; y: number } | null;
};

/** Scales and paths of a time series; all that depends on pixels, nothing that depends on a browser. */
export function timeSeriesGeometry(input: TimeSeriesInput) {
	const { series, width, height, margin } = input;
	const points = series.flatMap((one) => one.points);
	const [firstAt, lastAt] = extent(points, (point) => point.at);
	const hold = max(series, (one) => one.stepMs ?? 0) ?? 0;
	const from = input.from ?? firstAt ?? 0;
	const to = Math.max(input.to ?? (lastAt ?? from) + hold, from + 1);
	const shown = points.filter((point) => point.at >= from - hold && point.at <= to);
	const highest = max(shown, (point) => Math.max(point.value ?? -Infinity, point.high ?? -Infinity));
	const lowest = min(shown, (point) => Math.min(point.value ?? Infinity, point.low ?? Infinity));
	const top = input.yMax ?? Math.max(finite(highest, 1), input.target ?? -Infinity);
	const bottom = input.yMin ?? Math.min(0, finite(lowest, 0));
	const x = scaleLinear([from, to], [margin.left, Math.max(margin.left + 1, width - margin.right)]);
	const y = scaleLinear([bottom, top > bottom ? top : bottom + 1], [height - margin.bottom, margin.top]);
	if (input.yMax === undefined) y.nice(4);

	const drawLine = line<SeriesPoint>()
		.defined((point) => point.value !== null)
		.x((point) => x(point.at))
		.y((point) => y(point.value!));
	const drawBand = area<SeriesPoint>()
		.defined((point) => typeof point.low === 'number' && typeof point.high === 'number')
		.x((point) => x(point.at))
		.y0((point) => y(point.low!))
		.y1((point) => y(point.high!));
	const drawArea = area<SeriesPoint>()
		.defined((point) => point.value !== null)
		.x((point) => x(point.at))
		.y0(y(Math.max(0, bottom)))
		.y1((point) => y(point.value!));

	const drawn: DrawnSeries[] = series.map((one) => {
		const path = one.stepMs ? asSteps(one.points, one.stepMs) : one.points;
		const last = path.findLast((point) => point.value !== null && point.at <= to);
		return {
			id: one.id,
			line: drawLine(path) ?? '',
			band: drawBand(path) || null,
			area: one.area ? drawArea(path) || null : null,
			end: last ? { x: x(last.at), y: y(last.value!) } : null
		};
	});
	return { from, to, x, y, yTicks: y.ticks(height < 160 ? 3 : 5), drawn };
}

function finite(value: number | undefined, otherwise: number): number {
	return value !== undefined && Number.isFinite(value) ? value : otherwise;
}

/** Each value drawn over its own interval; a missing interval is a gap. */
function asSteps(points: readonly SeriesPoint[], stepMs: number): SeriesPoint[] {
	return points.flatMap((point, index) => {
		const next = points[index + 1];
		const held = { ...point, at: point.at + stepMs };
		return next && next.at > held.at ? [point, held, { at: held.at, value: null }] : [point, held];
	});
}
