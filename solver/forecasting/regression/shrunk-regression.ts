import { cholesky, solveCholesky } from './cholesky.ts';

/** Consecutive columns whose coefficients share one prior standard deviation. */
export interface Block {
	name: string;
	start: number;
	end: number;
	/** Where the search for the prior's standard deviation begins, and what it is drawn towards. */
	scale: number;
	/** No shrinkage (an intercept). */
	flat?: boolean;
}

/** Logarithms of the prior standard deviations and of the noise. */
export interface Hyperparameters {
	logScales: number[];
	logNoise: number;
}

export interface RegressionFit {
	coefficients: Float64Array;
	noiseSd: number;
	hyperparameters: Hyperparameters;
	logEvidence: number;
}

interface Moments {
	gram: Float64Array;
	cross: Float64Array;
	sumSquares: number;
	logWeights: number;
	rows: number;
}

const FLAT_SD = 100;
/** Spread of the prior on the log scales: wide, so that the data speak when there are any. */
const LOG_SCALE_SD = 1.5;
/** A series without any noise would otherwise send the search to minus infinity. */
const LEAST_LOG_NOISE = Math.log(1e-4);
const SEARCH = { first: 1.2, last: 0.1, shrink: 1.7 };

/**
 * Bayesian linear regression with one Gaussian prior a block of columns; the priors' widths and the noise are
 * those of greatest evidence (type-II maximum likelihood; MacKay 1992, Rasmussen and Williams 2006 §5.4), found
 * by a coordinate search. A block without support in the data shrinks to nothing by itself, which is what makes
 * many candidate calendar effects safe on short histories.
 *
 * @param design n × p, row-major
 * @param weights relative precision of each row; 0 leaves the row out
 * Cost: n p² once, then about 150 evaluations of p³/3.
 */
export function fitShrunkRegression(
	design: Float64Array,
	response: Float64Array,
	weights: Float64Array,
	blocks: readonly Block[],
	start?: Hyperparameters,
	search = true
): RegressionFit {
	const p = blocks.at(-1)?.end ?? 0;
	const moments = momentsOf(design, response, weights, p);
	let at: Hyperparameters = start ?? {
		logScales: blocks.map((b) => Math.log(b.scale)),
		logNoise: Math.log(0.05)
	};
	let best = evaluate(moments, blocks, at, p);
	if (!search) return best;
	const improve = (next: Hyperparameters): boolean => {
		const fit = evaluate(moments, blocks, next, p);
		if (!(fit.logEvidence > best.logEvidence + 1e-3)) return false;
		[best, at] = [fit, next];
		return true;
	};
	for (let step = SEARCH.first; step > SEARCH.last; step /= SEARCH.shrink)
		for (let k = -1; k < blocks.length; k++) {
			if (k >= 0 && blocks[k]!.flat) continue;
			for (const move of [step, -step]) {
				let moved = false;
				while (improve(shift(at, k, move))) {
					moved = true;
					if (k >= 0 && Math.abs(at.logScales[k]! - Math.log(blocks[k]!.scale)) > 6) break;
				}
				if (moved) break;
			}
		}
	return best;
}

function shift(at: Hyperparameters, k: number, move: number): Hyperparameters {
	if (k < 0) return { ...at, logNoise: Math.max(LEAST_LOG_NOISE, at.logNoise + move) };
	return { ...at, logScales: at.logScales.map((s, i) => (i === k ? s + move : s)) };
}

function momentsOf(design: Float64Array, response: Float64Array, weights: Float64Array, p: number): Moments {
	const gram = new Float64Array(p * p);
	const cross = new Float64Array(p);
	let [sumSquares, logWeights, rows] = [0, 0, 0];
	const used = new Int32Array(p);
	for (let d = 0; d < response.length; d++) {
		const weight = weights[d]!;
		if (!(weight > 0)) continue;
		rows++;
		logWeights += Math.log(weight);
		sumSquares += weight * response[d]! ** 2;
		let filled = 0;
		for (let i = 0; i < p; i++) if (design[d * p + i] !== 0) used[filled++] = i;
		for (let a = 0; a < filled; a++) {
			const i = used[a]!;
			const x = design[d * p + i]! * weight;
			cross[i]! += x * response[d]!;
			for (let b = 0; b <= a; b++) gram[i * p + used[b]!]! += x * design[d * p + used[b]!]!;
		}
	}
	return { gram, cross, sumSquares, logWeights, rows };
}

function evaluate(
	{ gram, cross, sumSquares, logWeights, rows }: Moments,
	blocks: readonly Block[],
	at: Hyperparameters,
	p: number
): RegressionFit {
	const noise = Math.exp(2 * at.logNoise);
	const posterior = gram.map((g) => g / noise);
	const target = cross.map((c) => c / noise);
	let [logPrior, penalty] = [0, 0];
	blocks.forEach((block, k) => {
		const variance = block.flat ? FLAT_SD ** 2 : Math.exp(2 * at.logScales[k]!);
		for (let i = block.start; i < block.end; i++) posterior[i * p + i]! += 1 / variance;
		logPrior += (block.end - block.start) * Math.log(variance);
		if (!block.flat) penalty += 0.5 * ((at.logScales[k]! - Math.log(block.scale)) / LOG_SCALE_SD) ** 2;
	});
	cholesky(posterior, p);
	const coefficients = solveCholesky(posterior, p, target);
	let [logDeterminant, explained] = [0, 0];
	for (let i = 0; i < p; i++) {
		logDeterminant += 2 * Math.log(posterior[i * p + i]!);
		explained += target[i]! * coefficients[i]!;
	}
	const logEvidence =
		-0.5 *
			(rows * 2 * at.logNoise - logWeights + logPrior + logDeterminant + sumSquares / noise - explained) -
		penalty;
	return { coefficients, noiseSd: Math.exp(at.logNoise), hyperparameters: at, logEvidence };
}
