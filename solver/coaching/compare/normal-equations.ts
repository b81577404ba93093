import type { CaseMix, SkillPrior } from './fit-case-mix.ts';
import type { CellSums } from './sum-cells.ts';

/** Which unknown of the linear system each effect is; −1: none (nobody had it, or too few to tell). */
export interface ParameterMap {
	count: number;
	line: Int32Array;
	intent: Int32Array;
	case: Int32Array;
	band: Int32Array;
	mood: number;
}

/** Cases with fewer observations are line + intent; and no more cases than this, the most frequent ones. */
const FEWEST_OF_CASE = 20;
const MOST_CASES = 600;
/** In observations: hold levels that hardly anybody saw near those around them. */
const PENALTY = { line: 1e-3, intent: 1, band: 1, mood: 1e-6 };

export function parameterMap(mix: CaseMix, sums: CellSums): ParameterMap {
	let count = 0;
	const seen = (levels: number, level: ArrayLike<number>): Float64Array => {
		const n = new Float64Array(levels);
		for (let i = 0; i < sums.count; i++) n[level[i]!]! += sums.n[i]!;
		return n;
	};
	const number = (n: Float64Array, least: number): Int32Array =>
		Int32Array.from(n, (of) => (of > least ? count++ : -1));
	const ofCase = seen(mix.case.length, sums.case);
	const least = ofCase.length > MOST_CASES ? Float64Array.from(ofCase).sort().at(-MOST_CASES)! : 0;
	return {
		line: number(seen(mix.line.length, sums.line), 0),
		intent: number(seen(mix.intent.length, sums.intent), 0),
		case: number(ofCase, Math.max(FEWEST_OF_CASE, least)),
		band: number(seen(mix.band.length, sums.band), 0),
		mood: count++,
		count
	};
}

/**
 * The normal equations of the weighted, penalised regression once the agents' effects are absorbed:
 *
 *   (XᵀWX + P − Σₐ sₐsₐᵀ/(Wₐ + πₐ)) θ = XᵀWz − Σₐ sₐtₐ/(Wₐ + πₐ),
 *
 * with sₐ and tₐ the agent's weighted sums of X and of the response z, and πₐ = Wₐ(1 − ρₐ)/ρₐ the penalty that stands
 * for a believed share ρₐ.
 */
export function normalEquations(
	sums: CellSums,
	map: ParameterMap,
	weight: Float64Array,
	response: Float64Array,
	prior: SkillPrior,
	casePenalty: number
): { matrix: Float64Array; vector: Float64Array } {
	const size = map.count;
	const matrix = new Float64Array(size * size);
	const vector = new Float64Array(size);
	penalise(matrix, size, map.line, PENALTY.line);
	penalise(matrix, size, map.intent, PENALTY.intent);
	penalise(matrix, size, map.case, casePenalty);
	penalise(matrix, size, map.band, PENALTY.band);
	matrix[map.mood * size + map.mood]! += PENALTY.mood;

	// The unknowns of each level in one list, so that a cell's are found without a branch; `size` = a bin for "none".
	const bin = size;
	const unknown = (of: Int32Array) => Int32Array.from(of, (u) => (u < 0 ? bin : u));
	const [lines, intents, cases, bands] = [
		unknown(map.line),
		unknown(map.intent),
		unknown(map.case),
		unknown(map.band)
	];
	const own = new Float64Array(size + 1);
	const isTouched = new Uint8Array(size + 1);
	const touched = new Int32Array(size);
	const at = new Int32Array(5);
	const agents = sums.start.length - 1;
	for (let a = 0; a < agents; a++) {
		let [total, sum, count] = [0, 0, 0];
		isTouched[bin] = 1;
		for (let i = sums.start[a]!; i < sums.start[a + 1]!; i++) {
			const w = weight[i]!;
			const z = response[i]! - prior.mean[a]!;
			const mood = sums.mood[i]!;
			at[0] = lines[sums.line[i]!]!;
			at[1] = intents[sums.intent[i]!]!;
			at[2] = cases[sums.case[i]!]!;
			at[3] = bands[sums.band[i]!]!;
			at[4] = map.mood;
			for (let j = 0; j < 5; j++) {
				const row = at[j]!;
				if (row === bin) continue;
				const wx = j === 4 ? w * mood : w;
				if (isTouched[row] === 0) {
					isTouched[row] = 1;
					touched[count++] = row;
				}
				own[row]! += wx;
				vector[row]! += wx * z;
				// Levels are numbered kind by kind, so what comes earlier lies to the left: the lower triangle.
				for (let k = 0; k < j; k++) if (at[k] !== bin) matrix[row * size + at[k]!]! += wx;
				matrix[row * size + row]! += j === 4 ? wx * mood : wx;
			}
			total += w;
			sum += w * z;
		}
		const mine = touched.subarray(0, count).sort();
		if (total > 0) {
			// 1 / (Wₐ + πₐ) = ρₐ / Wₐ.
			const scale = prior.reliability[a]! / total;
			for (let j = 0; j < count; j++) {
				const row = mine[j]!;
				const scaled = scale * own[row]!;
				vector[row]! -= scaled * sum;
				const base = row * size;
				for (let k = 0; k <= j; k++) matrix[base + mine[k]!]! -= scaled * own[mine[k]!]!;
			}
		}
		for (let j = 0; j < count; j++) {
			own[mine[j]!] = 0;
			isTouched[mine[j]!] = 0;
		}
	}
	return { matrix, vector };
}

function penalise(matrix: Float64Array, size: number, of: Int32Array, penalty: number): void {
	for (const unknown of of) if (unknown >= 0) matrix[unknown * size + unknown]! += penalty;
}
