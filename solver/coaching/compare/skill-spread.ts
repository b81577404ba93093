/** How skills spread between agents, once what chance adds is taken out. */
export interface SkillSpread {
	/** Mean skill: intercept, and by unit of the tenure curve. */
	level: number;
	tenure: number;
	/** Standard deviation of true skill between agents of equal tenure; "one sd". */
	sd: number;
}

const FEWEST_FOR_TENURE = 12;

/**
 * Restricted maximum likelihood for estimates x ~ N(level + tenure·t, sd² + v), v known: one golden section over sd.
 * `variance` may itself depend on the spread (the fair expectation is a mean of peers).
 *
 * Cost: 60 × O(agents).
 */
export function skillSpread(
	estimate: ArrayLike<number>,
	variance: (a: number, sd: number) => number,
	tenure: Float64Array | null,
	members: readonly number[]
): SkillSpread {
	if (members.length < 3) return { level: 0, tenure: 0, sd: 0 };
	const withTenure = tenure !== null && members.length >= FEWEST_FOR_TENURE && varies(tenure, members);
	const at = (sd: number) => likelihood(sd, estimate, variance, withTenure ? tenure : null, members);
	let top = 0;
	for (const a of members) top = Math.max(top, Math.abs(estimate[a]!));
	let [low, high] = [0, top + 1e-9];
	const golden = (Math.sqrt(5) - 1) / 2;
	let [x1, x2] = [high - golden * (high - low), low + golden * (high - low)];
	let [f1, f2] = [at(x1).value, at(x2).value];
	for (let i = 0; i < 40; i++) {
		if (f1 > f2) {
			[high, x2, f2] = [x2, x1, f1];
			x1 = high - golden * (high - low);
			f1 = at(x1).value;
		} else {
			[low, x1, f1] = [x1, x2, f2];
			x2 = low + golden * (high - low);
			f2 = at(x2).value;
		}
	}
	const inner = (low + high) / 2;
	const sd = at(0).value >= at(inner).value - 1e-9 ? 0 : inner;
	const { level, slope } = at(sd);
	return { level, tenure: slope, sd };
}

function varies(tenure: Float64Array, members: readonly number[]): boolean {
	const first = tenure[members[0]!]!;
	return members.some((a) => Math.abs(tenure[a]! - first) > 1e-3);
}

/** Restricted log-likelihood, with the weighted regression on tenure profiled out. */
function likelihood(
	sd: number,
	estimate: ArrayLike<number>,
	variance: (a: number, sd: number) => number,
	tenure: Float64Array | null,
	members: readonly number[]
): { value: number; level: number; slope: number } {
	let [w0, w1, w2, y0, y1, logs] = [0, 0, 0, 0, 0, 0];
	for (const a of members) {
		const total = sd * sd + variance(a, sd);
		const w = 1 / total;
		const t = tenure ? tenure[a]! : 0;
		w0 += w;
		w1 += w * t;
		w2 += w * t * t;
		y0 += w * estimate[a]!;
		y1 += w * t * estimate[a]!;
		logs += Math.log(total);
	}
	const determinant = tenure ? w0 * w2 - w1 * w1 : w0;
	const slope = tenure ? (w0 * y1 - w1 * y0) / determinant : 0;
	const level = (y0 - slope * w1) / w0;
	let squares = 0;
	for (const a of members)
		squares += (estimate[a]! - level - slope * (tenure ? tenure[a]! : 0)) ** 2 / (sd * sd + variance(a, sd));
	return { value: -0.5 * (logs + Math.log(determinant) + squares), level, slope };
}
