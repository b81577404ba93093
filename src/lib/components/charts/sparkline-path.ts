import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

/** The path of evenly spaced values in a box; gaps where unknown, a flat line in the middle when all are equal. */
export function sparklinePath(
	values: readonly (number | null)[],
	width: number,
	height: number,
	padding = 2
): { d: string; end: { x: number; y: number } | null } {
	const [low, high] = extent(values.filter((value) => value !== null));
	if (low === undefined || high === undefined) return { d: '', end: null };
	const x = scaleLinear([0, Math.max(1, values.length - 1)], [padding, width - padding]);
	const y =
		high > low
			? scaleLinear([low, high], [height - padding, padding])
			: scaleLinear([low, low + 1], [height / 2, 0]);
	const d = line<number | null>()
		.defined((value) => value !== null)
		.x((_, index) => x(index))
		.y((value) => y(value!))(values);
	const last = values.findLastIndex((value) => value !== null);
	return { d: d ?? '', end: { x: x(last), y: y(values[last]!) } };
}
