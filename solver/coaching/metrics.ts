import type { CountColumn, DayColumn, SumColumn } from './facts/fact-columns.ts';

export const METRICS = [
	'aht',
	'acw',
	'hold',
	'transfer',
	'fcr',
	'recontact',
	'csat',
	'mood',
	'escalation',
	'adherence',
	'quality'
] as const;
export type Metric = (typeof METRICS)[number];

interface MetricBase {
	/** +1: more is better; −1: less is better. */
	better: 1 | -1;
	/**
	 * Least difference worth a person's time, in the metric's own scale (`scale`), however alike the agents are: 5 % of
	 * handle time, about 1.6 points of a rate near 80 %.
	 */
	materialFloor: number;
	/** What an effect is: a difference of logarithms (≈ share of itself), of log-odds, or of the figure itself. */
	scale: 'log' | 'logit' | 'identity';
}
export interface MeanMetric extends MetricBase {
	family: 'mean';
	scale: 'log' | 'identity';
	count: CountColumn;
	sum: SumColumn;
	squares: SumColumn;
}
export interface RateMetric extends MetricBase {
	family: 'rate';
	scale: 'logit';
	of: CountColumn;
	hits: CountColumn;
}
/** Of the agent's day, not of contacts: no case mix to adjust for but day and tenure. */
export interface DayMetric extends MetricBase {
	family: 'day';
	scale: 'identity';
	weight: DayColumn;
	/** Sum of weight × figure. */
	sum: DayColumn;
	/** Null: the weight is seconds, and a day is one observation. */
	squares: DayColumn | null;
	/** The figure is 1 − sum / weight. */
	isComplement: boolean;
}
export type MetricSpec = MeanMetric | RateMetric | DayMetric;

const mean = (
	better: 1 | -1,
	materialFloor: number,
	scale: 'log' | 'identity',
	count: CountColumn,
	sum: SumColumn,
	squares: SumColumn
): MeanMetric => ({
	family: 'mean',
	better,
	materialFloor,
	scale,
	count,
	sum,
	squares
});
const rate = (better: 1 | -1, of: CountColumn, hits: CountColumn): RateMetric => ({
	family: 'rate',
	better,
	materialFloor: 0.1,
	scale: 'logit',
	of,
	hits
});

export const METRIC_SPECS: Record<Metric, MetricSpec> = {
	aht: mean(-1, 0.05, 'log', 'handled', 'logHandle', 'logHandleSquares'),
	acw: mean(-1, 0.1, 'log', 'wrapped', 'logAcw', 'logAcwSquares'),
	hold: rate(-1, 'holdable', 'holds'),
	transfer: rate(-1, 'transferable', 'transfers'),
	fcr: rate(1, 'fcrClosed', 'fcrResolved'),
	recontact: rate(-1, 'recontactable', 'recontacts'),
	csat: rate(1, 'surveys', 'satisfied'),
	mood: mean(1, 0.03, 'identity', 'shifts', 'moodShift', 'moodShiftSquares'),
	escalation: rate(-1, 'escalatable', 'escalations'),
	adherence: {
		family: 'day',
		better: 1,
		materialFloor: 0.015,
		scale: 'identity',
		weight: 'scheduledSeconds',
		sum: 'exceptionSeconds',
		squares: null,
		isComplement: true
	},
	quality: {
		family: 'day',
		better: 1,
		materialFloor: 0.02,
		scale: 'identity',
		weight: 'evaluations',
		sum: 'evaluationScores',
		squares: 'evaluationSquares',
		isComplement: false
	}
};
