import { METRICS, type Metric } from '#solver/coaching/index.ts';
import type { Truth } from '#solver/coaching/testing/truth.ts';

/** "One sd" is the standard deviation of true skill between the agents of the centre, planted gaps included. */
export const WORTH_A_WORD = -0.5;
export const FULL_GAP = -1;

/** What a rule flagged, held against the truth. */
export class Tally {
	flagged = 0;
	/** True skill less than half an sd worse than the mean. */
	wrong = 0;
	/** Real, but short of one sd. */
	smaller = 0;
	/** Better than the mean. */
	opposite = 0;
	/** Agents × metrics of one sd or more, and those found. */
	full = 0;
	found = 0;

	add(skill: number, isFlagged: boolean): void {
		if (skill <= FULL_GAP) {
			this.full++;
			if (isFlagged) this.found++;
		}
		if (!isFlagged) return;
		this.flagged++;
		if (skill > WORTH_A_WORD) this.wrong++;
		else if (skill > FULL_GAP) this.smaller++;
		if (skill > 0) this.opposite++;
	}

	/** All of a centre, from the flags as `metric agent`. */
	addCentre(truth: Truth, flags: ReadonlySet<string>, metrics: readonly Metric[] = METRICS): void {
		for (const metric of metrics)
			truth.skills(metric).sds.forEach((skill, agent) => {
				if (skill !== null) this.add(skill, flags.has(flagOf(metric, agent)));
			});
	}

	get falseShare(): number {
		return this.flagged === 0 ? 0 : this.wrong / this.flagged;
	}
	get recall(): number {
		return this.full === 0 ? 0 : this.found / this.full;
	}
}

export const flagOf = (metric: Metric, agent: number): string => `${metric} ${agent}`;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`.padStart(8);

export const HEAD = `${''.padEnd(46)}flagged   false  precision  <1 sd  opposite  recall of ≥ 1 sd`;
export const line = (name: string, tally: Tally): string =>
	name.padEnd(46) +
	String(tally.flagged).padStart(7) +
	percent(tally.falseShare) +
	percent(1 - tally.falseShare).padStart(11) +
	percent(tally.flagged ? tally.smaller / tally.flagged : 0).padStart(8) +
	percent(tally.flagged ? tally.opposite / tally.flagged : 0).padStart(9) +
	`${percent(tally.recall)} (${tally.found} of ${tally.full})`;
