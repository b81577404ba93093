/** Least squares over points: the slope, and the value at the first and the last x. */
export function linearFit(points: readonly { x: number; y: number }[]): {
	slope: number;
	first: number;
	last: number;
} {
	const n = points.length;
	const meanX = points.reduce((sum, { x }) => sum + x, 0) / n;
	const meanY = points.reduce((sum, { y }) => sum + y, 0) / n;
	const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
	const slope = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / (spread || 1);
	const at = (x: number) => meanY + slope * (x - meanX);
	return { slope, first: at(points[0]!.x), last: at(points.at(-1)!.x) };
}
