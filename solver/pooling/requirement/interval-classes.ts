/** Intervals alike enough to be corrected together. */
export interface IntervalClass {
	members: number[];
	/** Of the members. */
	meanFeatures: Float64Array;
}

/**
 * Puts intervals together that differ by at most `tolerance` standard deviations of a load (the Poisson number of busy
 * agents has standard deviation √load) in every feature, each with the first class that it fits; the tolerance is widened
 * until there are at most `most` classes. Features are the queues' loads and the groups' limits, in agents. Intervals
 * with different keys never meet.
 *
 * @param features by interval × width + feature
 */
export function intervalClasses(
	intervals: readonly number[],
	features: Float64Array,
	width: number,
	keyOf: (interval: number) => string,
	most: number
): IntervalClass[] {
	const total = (i: number) => features.subarray(i * width, (i + 1) * width).reduce((sum, x) => sum + x, 0);
	const order = [...intervals].sort((a, b) => total(b) - total(a) || a - b);
	const keys = new Map(order.map((i) => [i, keyOf(i)]));
	const differentKeys = new Set(keys.values()).size;
	for (let tolerance = 0.02; ; tolerance *= 1.35) {
		const classes: { leader: number; members: number[] }[] = [];
		for (const i of order) {
			const fitting = classes.find(
				({ leader }) => keys.get(leader) === keys.get(i) && alike(features, width, leader, i, tolerance)
			);
			if (fitting) fitting.members.push(i);
			else classes.push({ leader: i, members: [i] });
			if (classes.length > Math.max(most, differentKeys)) break;
		}
		if (classes.length <= Math.max(most, differentKeys))
			return classes.map(({ members }) => ({
				members,
				meanFeatures: Float64Array.from(
					{ length: width },
					(_, f) => members.reduce((sum, i) => sum + features[i * width + f]!, 0) / members.length
				)
			}));
	}
}

function alike(features: Float64Array, width: number, a: number, b: number, tolerance: number): boolean {
	for (let f = 0; f < width; f++) {
		const x = features[a * width + f]!;
		const y = features[b * width + f]!;
		if (Math.abs(x - y) > tolerance * Math.sqrt(Math.max(x, y) + 0.25)) return false;
	}
	return true;
}
