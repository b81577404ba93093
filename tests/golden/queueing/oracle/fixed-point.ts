/** Arithmetic on whole multiples of 2^−bits, as exact as `bits` says: nothing of it is shared with the solver. */
export interface FixedPoint {
	one: bigint;
	of(value: number): bigint;
	times(a: bigint, b: bigint): bigint;
	over(a: bigint, b: bigint): bigint;
	/** e^−a for a ≥ 0. */
	fall(a: bigint): bigint;
	/** a / b as a double. */
	ratio(a: bigint, b: bigint): number;
}

export function fixedPoint(bits: number): FixedPoint {
	const shift = BigInt(bits);
	const one = 1n << shift;
	const times = (a: bigint, b: bigint) => (a * b) >> shift;
	const over = (a: bigint, b: bigint) => (a << shift) / b;
	return {
		one,
		times,
		over,
		// A double is a whole number below 2^53 times a power of two: exact as long as that power is above 2^−bits.
		of(value) {
			let power = 0;
			for (; !Number.isInteger(value); power++) value *= 2;
			return (BigInt(value) << shift) >> BigInt(power);
		},
		fall(a) {
			let halvings = 0n;
			while (a >> halvings > one >> 8n) halvings++;
			const small = a >> halvings;
			let term = one;
			let sum = one;
			for (let k = 1n; term !== 0n; k++) {
				term = -times(term, small) / k;
				sum += term;
			}
			for (; halvings > 0n; halvings--) sum = times(sum, sum);
			return sum;
		},
		ratio(a, b) {
			if (a === 0n) return 0;
			// 80 significant bits of the quotient, then the power of two that was taken out.
			const scale = BigInt(80 - (a.toString(2).length - b.toString(2).length));
			const quotient = scale >= 0n ? (a << scale) / b : a / (b << -scale);
			const half = Number(scale / 2n);
			return Number(quotient) * 2 ** -half * 2 ** -(Number(scale) - half);
		}
	};
}
