import type { Comparison, Outcome } from '#lib/contracts/suggestions.ts';
import { formatCount, formatDuration, formatPercent, UNKNOWN } from '#lib/format/index.ts';

/** Whether more is better. */
export const BETTER: Record<Outcome, 1 | -1> = {
	resolved: 1,
	cameBack: -1,
	handleSeconds: -1,
	csat: 1,
	moodShift: 1
};

/** A figure, or the difference of two, as people read it. */
export function outcomeValue(outcome: Outcome, value: number | null, signed = false): string {
	if (value === null) return UNKNOWN;
	if (outcome === 'handleSeconds')
		return `${signed && Math.round(value) > 0 ? '+' : ''}${formatDuration(value)}`;
	if (outcome === 'csat' || outcome === 'moodShift')
		return formatCount(value, { digits: 2, signed: signed || outcome === 'moodShift' });
	// A bound just beside 0 must not be read as 0.
	return formatPercent(value, { signed, digits: signed ? 1 : 0 });
}

/** What the comparison comes to: an interval that holds 0 shows no difference. */
export function verdict(outcome: Outcome, comparison: Comparison): 'too-few' | 'none' | 'better' | 'worse' {
	if (comparison.kind === 'too-few') return 'too-few';
	if (comparison.low <= 0 && comparison.high >= 0) return 'none';
	return Math.sign(comparison.difference) === BETTER[outcome] ? 'better' : 'worse';
}
