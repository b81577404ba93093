/** Contacts expected, and the bounds that four times in five hold them. */
export interface Banded {
	offered: number;
	p10: number;
	p90: number;
}

/** Normal quantile of 0.9. */
const Z90 = 1.2815515655446004;

/**
 * Two banded counts as one. A band's half width is taken as a part that the counts share (the day's level, which
 * moves them together, so that it adds up) and the chance of counting (Poisson, which evens out): the sum's band is
 * narrower than the sum of the bands and wider than that of independent counts. Clear of zero the order of adding
 * does not matter.
 */
export function addBands(a: Banded, b: Banded): Banded {
	if (isNothing(b)) return a;
	if (isNothing(a)) return b;
	const offered = a.offered + b.offered;
	const reach = Math.min(
		Z90 * Math.hypot(sharedPart(a) + sharedPart(b), Math.sqrt(offered)),
		// Where a band is narrower than counting allows, adding must not make more of it than its width.
		halfWidth(a) + halfWidth(b)
	);
	return { offered, p10: Math.max(0, offered - reach), p90: offered + reach };
}

const isNothing = ({ offered, p10, p90 }: Banded) => offered === 0 && p10 === 0 && p90 === 0;
/** Counts near zero lean upwards: both sides together tell their spread. */
const halfWidth = ({ p10, p90 }: Banded) => (p90 - p10) / 2;
/** Standard deviation that counting alone does not explain. */
const sharedPart = (band: Banded) => Math.sqrt(Math.max(0, (halfWidth(band) / Z90) ** 2 - band.offered));
