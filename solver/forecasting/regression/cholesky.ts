/**
 * Cholesky factor L (lower triangle, row-major, in place) of a symmetric positive definite matrix.
 * Cost: n³/3. @throws RangeError when a pivot is not positive
 */
export function cholesky(matrix: Float64Array, n: number): Float64Array {
	for (let j = 0; j < n; j++) {
		let pivot = matrix[j * n + j]!;
		for (let k = 0; k < j; k++) pivot -= matrix[j * n + k]! ** 2;
		if (!(pivot > 0)) throw new RangeError(`Cholesky factor: pivot ${j} is "${pivot}", wanted > 0.`);
		const root = Math.sqrt(pivot);
		matrix[j * n + j] = root;
		for (let i = j + 1; i < n; i++) {
			let sum = matrix[i * n + j]!;
			for (let k = 0; k < j; k++) sum -= matrix[i * n + k]! * matrix[j * n + k]!;
			matrix[i * n + j] = sum / root;
		}
	}
	return matrix;
}

/** Solves L y = b. */
export function solveLower(factor: Float64Array, n: number, b: Float64Array): Float64Array {
	const x = Float64Array.from(b);
	for (let i = 0; i < n; i++) {
		let sum = x[i]!;
		for (let k = 0; k < i; k++) sum -= factor[i * n + k]! * x[k]!;
		x[i] = sum / factor[i * n + i]!;
	}
	return x;
}

/** Solves L Lᵀ x = b. */
export function solveCholesky(factor: Float64Array, n: number, b: Float64Array): Float64Array {
	const x = solveLower(factor, n, b);
	for (let i = n - 1; i >= 0; i--) {
		let sum = x[i]!;
		for (let k = i + 1; k < n; k++) sum -= factor[k * n + i]! * x[k]!;
		x[i] = sum / factor[i * n + i]!;
	}
	return x;
}
