import { gaussLegendre, type QuadratureRule } from '../numeric/gauss-legendre.ts';

/**
 * Integrals over the offered wait of M/M/n+M, with time z in mean patiences and
 * φ(z) = x(1 − e^−z) − c·z. All but `logScale` are divided by e^logScale.
 */
export interface PatienceIntegrals {
	/** Natural logarithm of the common scale; ≥ 0. */
	logScale: number;
	/** ∫₀^∞ e^−z e^φ dz: contacts that wait and are answered. */
	answered: number;
	/** ∫₀^τ e^−z e^φ dz: of those, the ones answered by τ. */
	answeredByThreshold: number;
	/** ∫₀^∞ z e^−z e^φ dz: their waiting time. */
	answeredWait: number;
	/** c·∫₀^∞ (1 − e^−z) e^φ dz: contacts that abandon. */
	abandoned: number;
}

const FULL = positiveHalf(24);
const SHORT = positiveHalf(12);

/** Pieces are cut where the integrand has fallen by a factor e^−42 = 6e-19. */
const DROP = 42;

/** A threshold beyond which less than e^−35 is left, half of the last bit, is as good as none. */
const RIPPLE = 35;

/** Longest panel, in mean patiences. */
const LONGEST = 6;

/**
 * The integrals that Erlang A rests on, each a sum of positive parts, so that none loses relative precision.
 *
 * With κ the decay rate of the integrand, ψ(z) = x(1 − e^−z) − κz is concave; it is measured from its peak
 * (z₀ = max(0, ln(x/κ))), which keeps rounding small when x is in the millions, and cut into monotone pieces at the
 * peak and at τ. Each piece takes 24 Gauss–Legendre points, or 12 where the exponent hardly changes. In general
 * ∫e^−z e^φ is found first and the abandoned by parts, from ∫(x·e^−z − c)e^φ = −1; with spare servers and c ≥ 1 that
 * would cancel, and they are integrated directly. Relative error below 1e-12 wherever x ≤ 1e7, below 1e-11 to 1e8.
 * Cost: constant, about a hundred exponentials; more panels where c is small.
 *
 * @param x load × patience / AHT, ≥ 0
 * @param c servers × patience / AHT, ≥ 0
 * @param tau threshold / patience, ≥ 0
 */
export function patienceIntegrals(x: number, c: number, tau: number): PatienceIntegrals {
	const direct = x < c && c >= 1;
	const kappa = direct ? c : c + 1;
	const peaked = x > kappa;
	const z0 = peaked ? Math.log1p((x - kappa) / kappa) : 0;
	const logScale = peaked ? x - kappa - kappa * z0 : 0;
	// From here on d = z − z₀, and ψ(d) − ψ(0) = X(1 − e^−d) − κd.
	const X = peaked ? kappa : x;
	const threshold = tau - z0 > fallingReach(X, kappa, RIPPLE) ? Infinity : tau - z0;

	const panels: number[] = [];
	// e^−z sets a scale of 1, which one panel resolves only where it is not much longer.
	const split = (from: number, to: number) => {
		const parts = Math.max(1, Math.ceil((to - from) / LONGEST));
		const width = (to - from) / parts;
		for (let i = 0; i < parts; i++) panels.push(from + width * i, from + width * (i + 1));
	};
	const rising = (from: number, to: number) =>
		panels.push(Math.max(from, to - risingReach(X, kappa, to)), to);

	const end = fallingReach(X, kappa, DROP);
	if (threshold <= 0) {
		if (threshold > -z0) rising(-z0, threshold);
		if (z0 > 0) rising(Math.max(-z0, threshold), 0);
		split(0, end);
	} else {
		if (z0 > 0) rising(-z0, 0);
		split(0, Math.min(threshold, end));
		if (threshold < end) split(threshold, end);
	}

	let [answered, answeredByThreshold, answeredWait, abandoned] = [0, 0, 0, 0];
	for (let p = 0; p < panels.length; p += 2) {
		const half = (panels[p + 1]! - panels[p]!) / 2;
		const middle = panels[p]! + half;
		const middleH = -Math.expm1(-middle);
		const middleE = Math.exp(-middle);
		const bend = half * (Math.abs(X * middleE - kappa) + X * middleE * half);
		const { nodes, weights } = bend < 3 && half < 0.5 ? SHORT : FULL;
		let [total, waited, lost] = [0, 0, 0];
		for (let i = 0; i < nodes.length; i++) {
			// Nodes come in pairs middle ± b; 1 − e^−d of either follows from that of b without loss.
			const b = half * nodes[i]!;
			const h = -Math.expm1(-b);
			const fall = 1 - h;
			const step = middleE * h;
			const rightH = middleH + step;
			const leftH = middleH - step / fall;
			const right = weights[i]! * Math.exp(X * rightH - kappa * (middle + b));
			const left = weights[i]! * Math.exp(X * leftH - kappa * (middle - b));
			const rightServed = direct ? right * middleE * fall : right;
			const leftServed = direct ? (left * middleE) / fall : left;
			total += rightServed + leftServed;
			waited += (z0 + middle + b) * rightServed + (z0 + middle - b) * leftServed;
			lost += right * rightH + left * leftH;
		}
		answered += half * total;
		answeredWait += half * waited;
		abandoned += half * lost;
		if (middle < threshold) answeredByThreshold += half * total;
	}

	if (direct) abandoned *= c;
	else abandoned = Math.exp(-logScale) + (x - c) * answered;
	return { logScale, answered, answeredByThreshold, answeredWait, abandoned };
}

/** How far beyond its peak ψ has certainly fallen by `drop`: bounds from e^−d ≥ 0 and from its series. */
function fallingReach(X: number, kappa: number, drop: number): number {
	const slope = kappa - X;
	const parabola = (2 * drop) / (slope + Math.sqrt(slope * slope + (4 / 3) * X * drop));
	return parabola <= 1 ? parabola : Math.min((drop + X) / kappa, slope > 0 ? drop / slope : Infinity);
}

/** How far before `to` ψ has certainly fallen by DROP: e^y − 1 is at least y + y²/2, and beyond 1.3 at least 2y. */
function risingReach(X: number, kappa: number, to: number): number {
	const pull = X * Math.exp(-to);
	const slope = pull - kappa;
	const parabola = (2 * DROP) / (slope + Math.sqrt(slope * slope + 2 * pull * DROP));
	return Math.min(parabola, Math.max(1.3, Math.log1p((2 * DROP) / pull)));
}

function positiveHalf(order: number): QuadratureRule {
	const { nodes, weights } = gaussLegendre(order);
	return { nodes: nodes.slice(order / 2), weights: weights.slice(order / 2) };
}
