/** Contacts of a kind that came on one day in one part of it. */
export interface KindCount {
	/** Local day number. */
	day: number;
	/** 0 = Sunday … 6. */
	weekday: number;
	/** Part of the day, from 0. */
	part: number;
	/** null: of no known kind; it is a kind like the others, so that what is not known is not shared out among what is. */
	kind: string | null;
	contacts: number;
}

/** The expected share of a kind, 0–1, and the variance of that expectation. */
export interface Share {
	share: number;
	variance: number;
}

export interface ShareModel {
	/** Most contacts first; equal ones by name, the unknown last. */
	kinds: (string | null)[];
	/** By kind, in a part of a weekday. */
	sharesAt(weekday: number, part: number): Share[];
	contacts: number;
	days: number;
	/** How many contacts of the wider group a narrower one is filled up with. */
	strength: number;
	/** How much wider days differ than chance alone would have it; 1 = chance alone. */
	dispersion: number;
}

/** Candidates: from "a weekday's part speaks for itself" to "all are alike". */
const STRENGTHS = [4, 16, 64, 256, 1_024, 1e6];
/** A kind that a cell has never seen is not impossible. */
const PRIOR = 0.5;

type Counts = Float64Array;
const sumOf = (counts: ArrayLike<number>) => {
	let sum = 0;
	for (let k = 0; k < counts.length; k++) sum += counts[k]!;
	return sum;
};
const filled = (counts: Counts, wider: ArrayLike<number>, strength: number): Counts => {
	const total = sumOf(counts) + strength;
	return counts.map((count, k) => (count + strength * wider[k]!) / total);
};

/**
 * Shares of kinds by weekday and part of the day. Each cell's counts are filled up with `strength` contacts as the part
 * has them over all weekdays, and those with as many as the whole has (a Dirichlet prior on two levels, so that a thin cell
 * leans on the wider ones). The strength is the one under which days left out were likeliest; the dispersion is Pearson's
 * χ² of the left-out days by its degrees of freedom (McCullagh & Nelder 1989, 4.5), not below 1.
 *
 * Assumes that shares of the coming weeks are those of the counted ones; it knows no trend.
 * Cost: O(days × parts × kinds).
 *
 * @throws RangeError when there is no contact, or a count is no whole number from 0
 */
export function learnShares(counts: readonly KindCount[]): ShareModel {
	for (const { contacts, kind } of counts)
		if (!Number.isInteger(contacts) || contacts < 0)
			throw new RangeError(
				`Learn shares: contacts "${contacts}" of "${kind ?? 'unknown'}" must be a whole number from 0.`
			);
	const totals = new Map<string | null, number>();
	for (const { kind, contacts } of counts) totals.set(kind, (totals.get(kind) ?? 0) + contacts);
	const kinds = [...totals.keys()]
		.filter((kind) => totals.get(kind)! > 0)
		.sort((a, b) =>
			a === null || b === null
				? Number(a === null) - Number(b === null)
				: totals.get(b)! - totals.get(a)! || (a < b ? -1 : 1)
		);
	if (kinds.length === 0) throw new RangeError('Learn shares: there must be at least one contact.');
	const indexOf = new Map(kinds.map((kind, k) => [kind, k]));
	const empty = () => new Float64Array(kinds.length);
	const whole = empty();
	const parts = new Map<number, Counts>();
	const cells = new Map<string, Counts>();
	const days = new Map<string, { weekday: number; part: number; counts: Counts }>();
	const at = <K>(map: Map<K, Counts>, key: K) => map.get(key) ?? (map.set(key, empty()), map.get(key)!);
	for (const { day, weekday, part, kind, contacts } of counts) {
		const k = indexOf.get(kind);
		if (k === undefined || contacts === 0) continue;
		whole[k]! += contacts;
		at(parts, part)[k]! += contacts;
		at(cells, `${weekday} ${part}`)[k]! += contacts;
		const key = `${day} ${part}`;
		if (!days.has(key)) days.set(key, { weekday, part, counts: empty() });
		days.get(key)!.counts[k]! += contacts;
	}

	/** The levels without one day's part, filled up from wide to narrow. */
	const shares = (weekday: number, part: number, strength: number, without?: Counts) => {
		const less = (own: Counts | undefined) =>
			own ? (without ? own.map((value, k) => value - without[k]!) : own) : empty();
		const all = less(whole);
		const base = all.map((count) => (count + PRIOR) / (sumOf(all) + PRIOR * kinds.length));
		const ofPart = less(parts.get(part));
		const ofCell = less(cells.get(`${weekday} ${part}`));
		const partShares = filled(ofPart, base, strength);
		return { ofPart, ofCell, partShares, cellShares: filled(ofCell, partShares, strength) };
	};
	const likelihood = (strength: number) => {
		let sum = 0;
		for (const { weekday, part, counts: own } of days.values()) {
			const { cellShares } = shares(weekday, part, strength, own);
			own.forEach((count, k) => (sum += count === 0 ? 0 : count * Math.log(cellShares[k]!)));
		}
		return sum;
	};
	const scored = STRENGTHS.map((strength) => ({ strength, score: likelihood(strength) }));
	const { strength } = scored.reduce((best, next) => (next.score > best.score ? next : best));

	let [chi, freedom] = [0, 0];
	if (days.size > 1)
		for (const { weekday, part, counts: own } of days.values()) {
			const { cellShares } = shares(weekday, part, strength, own);
			const total = sumOf(own);
			own.forEach((count, k) => {
				const expected = total * cellShares[k]!;
				chi += (count - expected) ** 2 / expected;
			});
			freedom += kinds.length - 1;
		}
	const dispersion = freedom > 0 ? Math.max(1, chi / freedom) : 1;

	return {
		kinds,
		contacts: sumOf(whole),
		days: new Set(counts.filter(({ contacts }) => contacts > 0).map(({ day }) => day)).size,
		strength,
		dispersion,
		sharesAt(weekday, part) {
			const { ofPart, ofCell, partShares, cellShares } = shares(weekday, part, strength);
			const [inPart, inCell] = [sumOf(ofPart), sumOf(ofCell)];
			const lent = strength / (inCell + strength);
			return [...cellShares].map((share, k) => {
				const own = (dispersion * share * (1 - share) * inCell) / (inCell + strength) ** 2;
				const wide = partShares[k]! * (1 - partShares[k]!);
				const variance =
					own + lent ** 2 * ((dispersion * wide) / (Math.min(inPart + strength, sumOf(whole)) + 1));
				return { share, variance };
			});
		}
	};
}
