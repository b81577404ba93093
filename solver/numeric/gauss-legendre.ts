/** Abscissas in (−1, 1), rising, and their weights, which sum to 2. */
export interface QuadratureRule {
	nodes: Float64Array;
	weights: Float64Array;
}

/**
 * The Gauss–Legendre rule of a given order: exact for polynomials up to degree 2·order − 1 on [−1, 1].
 *
 * Newton's iteration on the Legendre polynomial from Tricomi's starting points (Abramowitz & Stegun 25.4.29);
 * nodes and weights are good to about 1e-15 up to order 100. Cost O(order²): build a rule once.
 *
 * @param order number of points, a whole number from 1 to 100
 * @throws RangeError for any other order
 * @example gaussLegendre(2).nodes // ±1/√3
 */
export function gaussLegendre(order: number): QuadratureRule {
	if (!Number.isInteger(order) || order < 1 || order > 100)
		throw new RangeError(
			`Building a Gauss–Legendre rule: order "${order}" must be a whole number from 1 to 100.`
		);
	const nodes = new Float64Array(order);
	const weights = new Float64Array(order);
	for (let i = 0; i < Math.ceil(order / 2); i++) {
		let x = Math.cos((Math.PI * (i + 0.75)) / (order + 0.5));
		let slope = 0;
		for (let step = 0; step < 10; step++) {
			let [previous, value] = [1, x];
			for (let k = 2; k <= order; k++)
				[previous, value] = [value, ((2 * k - 1) * x * value - (k - 1) * previous) / k];
			slope = (order * (x * value - previous)) / (x * x - 1);
			const change = value / slope;
			x -= change;
			if (Math.abs(change) < 1e-16) break;
		}
		if (order % 2 === 1 && i === (order - 1) / 2) x = 0;
		nodes[i] = -x;
		nodes[order - 1 - i] = x;
		weights[i] = weights[order - 1 - i] = 2 / ((1 - x * x) * slope * slope);
	}
	return { nodes, weights };
}
