/** How one past special day came out: the log of contacts over those of an ordinary day, and its noise. */
export interface Occurrence {
	name: string;
	logRatio: number;
	/** Variance of the log from counting alone. */
	counting: number;
}

export interface SpecialEffects {
	/** Log effect of a name, seen or not, with the standard deviation of a new day around it. */
	of(name: string): { log: number; sd: number; occurrences: number };
	/** Special days learned from. */
	occurrences: number;
}

/** What special days are like before any was seen: their effects' spread between names, and between years of a name. */
const PRIOR = { meanSd: 0.3, between: 0.35, betweenNames: 4, within: 0.12, withinDays: 6 };
/** A year that was nothing like the others of its name moves the mean like one this many deviations off. */
const HUBER = 2;
const PASSES = 4;

/**
 * Effects of special days by name: a two-level normal model on the logs, occurrences within names within all
 * special days (Lindley and Smith 1972), with the variances of both levels estimated and drawn towards what such
 * days are usually like. A name seen once is believed most of the way, one not seen gets the mean of all, itself
 * drawn towards none while few names were seen. Occurrences far off are weighted down (Huber 1964).
 *
 * Cost: O(occurrences × passes).
 */
export function fitSpecialEffects(occurrences: readonly Occurrence[]): SpecialEffects {
	const byName = Map.groupBy(occurrences, ({ name }) => name);
	let mean = 0;
	let between = PRIOR.between ** 2;
	let within = PRIOR.within ** 2;
	let effects = new Map<string, { log: number; variance: number }>();
	let meanVariance = PRIOR.meanSd ** 2;
	for (let pass = 0; pass < PASSES; pass++) {
		effects = new Map();
		let [spread, residual, residuals] = [0, 0, 0];
		let [precision, weighted] = [1 / PRIOR.meanSd ** 2, 0];
		for (const [name, days] of byName) {
			const middle = centre(days, within);
			let [p, sum] = [0, 0];
			for (const { logRatio, counting } of days) {
				const off = Math.abs(logRatio - middle) / Math.sqrt(within + counting);
				const weight = Math.min(1, HUBER / Math.max(off, 1e-9)) / (within + counting);
				p += weight;
				sum += weight * logRatio;
			}
			const own = sum / p;
			const log = (sum + mean / between) / (p + 1 / between);
			effects.set(name, { log, variance: 1 / (p + 1 / between) });
			spread += Math.max(0, (own - mean) ** 2 - 1 / p);
			precision += 1 / (between + 1 / p);
			weighted += own / (between + 1 / p);
			if (days.length > 1) {
				for (const { logRatio, counting } of days)
					residual += Math.max(0, Math.min(9 * within, (logRatio - own) ** 2) - counting);
				residuals += days.length - 1;
			}
		}
		mean = weighted / precision;
		meanVariance = 1 / precision;
		between = (PRIOR.betweenNames * PRIOR.between ** 2 + spread) / (PRIOR.betweenNames + byName.size);
		within = (PRIOR.withinDays * PRIOR.within ** 2 + residual) / (PRIOR.withinDays + residuals);
	}
	return {
		occurrences: occurrences.length,
		of(name) {
			const known = effects.get(name);
			return known
				? { log: known.log, sd: Math.sqrt(known.variance + within), occurrences: byName.get(name)!.length }
				: { log: mean, sd: Math.sqrt(meanVariance + between + within), occurrences: 0 };
		}
	};
}

/** Where most of a name's days lie: of three and more the median. */
function centre(days: readonly Occurrence[], within: number): number {
	const sorted = days.map((d) => d.logRatio).sort((a, b) => a - b);
	if (sorted.length >= 3) return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
	let [sum, weight] = [0, 0];
	for (const { logRatio, counting } of days) {
		sum += logRatio / (within + counting);
		weight += 1 / (within + counting);
	}
	return sum / weight;
}
