/** A seeded stream of random numbers: the only source of chance in solver/. */
export interface Random {
	/** Uniform on [0, 1), 32 bits of resolution. */
	uniform(): number;
	/** Whole number from 0 to n − 1. */
	below(n: number): number;
	/** Exponential with the given mean (> 0). */
	exponential(mean: number): number;
	/** Standard normal. */
	normal(): number;
	/** Poisson with the given mean (≥ 0), exact at every size. */
	poisson(mean: number): number;
	/** An independent stream, named so that adding a consumer does not shift the others. */
	fork(name: string): Random;
}

/** FNV-1a over the characters, to turn a name into 32 bits. */
const hash = (text: string): number => {
	let h = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
	return h >>> 0;
};

/**
 * sfc32 (Chris Doty-Humphrey's "small fast chaotic" generator, PractRand), seeded by one whole number.
 *
 * @param seed any finite number; equal seeds give equal streams on every machine
 * @throws RangeError when the seed is not finite
 * @example createRandom(7).uniform() === createRandom(7).uniform()
 */
export function createRandom(seed: number): Random {
	if (!Number.isFinite(seed))
		throw new RangeError(`Creating a random stream: seed "${seed}" must be a finite number.`);
	return stream(seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0, 0x9e3779b9);
}

function stream(a: number, b: number, c: number): Random {
	const [rootA, rootB, rootC] = [a, b, c];
	let d = 1;
	const uniform = (): number => {
		const t = (((a + b) | 0) + d) | 0;
		d = (d + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = ((c << 21) | (c >>> 11)) + t;
		c |= 0;
		return (t >>> 0) / 4294967296;
	};
	for (let i = 0; i < 15; i++) uniform();

	let spare: number | null = null;
	const normal = (): number => {
		if (spare !== null) {
			const value = spare;
			spare = null;
			return value;
		}
		// Marsaglia's polar method.
		for (;;) {
			const u = 2 * uniform() - 1;
			const v = 2 * uniform() - 1;
			const s = u * u + v * v;
			if (s === 0 || s >= 1) continue;
			const scale = Math.sqrt((-2 * Math.log(s)) / s);
			spare = v * scale;
			return u * scale;
		}
	};

	const exponential = (mean: number): number => -mean * Math.log(1 - uniform());

	const poisson = (mean: number): number => {
		if (!(mean >= 0) || !Number.isFinite(mean))
			throw new RangeError(`Drawing a Poisson count: mean "${mean}" must be finite and at least 0.`);
		// The sum of independent Poissons is Poisson, so large means are drawn in safe pieces.
		let count = 0;
		for (let left = mean; left > 0; left -= 30) {
			const limit = Math.exp(-Math.min(left, 30));
			for (let product = uniform(); product > limit; product *= uniform()) count++;
		}
		return count;
	};

	return {
		uniform,
		below: (n) => Math.floor(uniform() * n),
		exponential,
		normal,
		poisson,
		fork: (name) => stream(rootA ^ hash(name), rootB ^ hash(name + '~'), rootC)
	};
}
