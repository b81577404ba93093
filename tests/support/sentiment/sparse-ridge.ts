/** A row of a sparse matrix: places and values. */
export interface SparseRow {
	places: Int32Array;
	values: Float64Array;
}

export interface RidgeProblem {
	rows: readonly SparseRow[];
	targets: readonly number[];
	weights: readonly number[];
	columns: number;
	/** Penalty of a column's squared weight. */
	penalty: (column: number) => number;
	iterations: number;
}

export function dot(weights: Float64Array, { places, values }: SparseRow): number {
	let sum = 0;
	for (let k = 0; k < places.length; k++) sum += weights[places[k]!]! * values[k]!;
	return sum;
}

/** Weighted ridge regression by conjugate gradients on the normal equations. */
export function sparseRidge({
	rows,
	targets,
	weights,
	columns,
	penalty,
	iterations
}: RidgeProblem): Float64Array {
	const solution = new Float64Array(columns);
	const penalties = Float64Array.from({ length: columns }, (_, column) => penalty(column));
	const addRow = (into: Float64Array, { places, values }: SparseRow, factor: number) => {
		for (let k = 0; k < places.length; k++) into[places[k]!]! += factor * values[k]!;
	};
	const residual = new Float64Array(columns);
	rows.forEach((row, n) => addRow(residual, row, targets[n]! * weights[n]!));
	const direction = residual.slice();
	const image = new Float64Array(columns);
	let size = residual.reduce((sum, value) => sum + value * value, 0);
	const enough = 1e-9 * size;
	for (let iteration = 0; iteration < iterations && size > enough; iteration++) {
		for (let j = 0; j < columns; j++) image[j] = penalties[j]! * direction[j]!;
		rows.forEach((row, n) => addRow(image, row, weights[n]! * dot(direction, row)));
		let curvature = 0;
		for (let j = 0; j < columns; j++) curvature += direction[j]! * image[j]!;
		const step = size / curvature;
		let next = 0;
		for (let j = 0; j < columns; j++) {
			solution[j]! += step * direction[j]!;
			residual[j]! -= step * image[j]!;
			next += residual[j]! ** 2;
		}
		for (let j = 0; j < columns; j++) direction[j] = residual[j]! + (next / size) * direction[j]!;
		size = next;
	}
	return solution;
}
