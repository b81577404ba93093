import type { PeriodNumbers, WindowNumbers } from './live.ts';
import { SERVICE_LEVEL_FORMULA } from './service-level.ts';
import type { ServiceLevelVariant } from './terms.ts';

/** The live numbers that explain themselves, in the order in which they are listed. */
export const METRICS = [
	'waiting',
	'oldest',
	'handling',
	'service-level',
	'abandonment',
	'asa',
	'average-wait',
	'ewt',
	'ewt-error',
	'aht',
	'talk',
	'hold',
	'acw',
	'occupancy',
	'available',
	'offered',
	'answered',
	'abandoned',
	'short-abandoned',
	'flow-out',
	'bots-active',
	'containment',
	'escalated',
	'sentiment'
] as const;
export type Metric = (typeof METRICS)[number];

export type MetricUnit = 'count' | 'share' | 'seconds' | 'score';

/**
 * How each is worked out, in the terms of METRIC_TERMS; null where it is counted and nothing is divided. AN, AB, An,
 * Ab and As are the field's own signs: answered, abandoned; n and b within the threshold, s short.
 */
export const METRIC_FORMULA: Record<Metric, { unit: MetricUnit; formula: string | null }> = {
	waiting: { unit: 'count', formula: null },
	oldest: { unit: 'seconds', formula: null },
	handling: { unit: 'count', formula: null },
	'service-level': { unit: 'share', formula: SERVICE_LEVEL_FORMULA['of-offered'] },
	abandonment: { unit: 'share', formula: 'AB / offered' },
	asa: { unit: 'seconds', formula: 'waitAnswered / AN' },
	'average-wait': { unit: 'seconds', formula: '(waitAnswered + waitAbandoned) / (AN + AB)' },
	ewt: { unit: 'seconds', formula: 'position × aht / slots' },
	'ewt-error': { unit: 'seconds', formula: null },
	aht: { unit: 'seconds', formula: '(talk + hold + acw) / handled' },
	talk: { unit: 'seconds', formula: 'talk / handled' },
	hold: { unit: 'seconds', formula: 'hold / handled' },
	acw: { unit: 'seconds', formula: 'acw / handled' },
	occupancy: { unit: 'share', formula: 'busy / (busy + idle)' },
	available: { unit: 'count', formula: null },
	offered: { unit: 'count', formula: null },
	answered: { unit: 'count', formula: null },
	abandoned: { unit: 'count', formula: null },
	'short-abandoned': { unit: 'count', formula: null },
	'flow-out': { unit: 'count', formula: null },
	'bots-active': { unit: 'count', formula: null },
	containment: { unit: 'share', formula: '(resolved + left) / (resolved + left + escalated)' },
	escalated: { unit: 'count', formula: null },
	sentiment: { unit: 'score', formula: null }
};

/** What formulas are made of, and what each is counted in. */
export const METRIC_TERMS = {
	AN: 'count',
	AB: 'count',
	An: 'count',
	Ab: 'count',
	As: 'count',
	offered: 'count',
	waitAnswered: 'seconds',
	waitAbandoned: 'seconds',
	handled: 'count',
	talk: 'seconds',
	hold: 'seconds',
	acw: 'seconds',
	busy: 'seconds',
	idle: 'seconds',
	position: 'count',
	aht: 'seconds',
	slots: 'slots',
	resolved: 'count',
	left: 'count',
	escalated: 'count'
} as const;
export type MetricTerm = keyof typeof METRIC_TERMS;
export type MetricCounts = Partial<Record<MetricTerm, number>>;

/** A metric's formula; service level has that of the queue's variant. */
export const formulaOf = (metric: Metric, variant: ServiceLevelVariant = 'of-offered'): string | null =>
	metric === 'service-level' ? SERVICE_LEVEL_FORMULA[variant] : METRIC_FORMULA[metric].formula;

/** The formula with each term as `write` puts it. */
export const writeFormula = (formula: string, write: (term: MetricTerm) => string): string =>
	formula.replace(/[A-Za-z]+/g, (term) => write(term as MetricTerm));

/** Whether every term of the formula is counted. */
export const isCounted = (formula: string, counts: MetricCounts): boolean =>
	(formula.match(/[A-Za-z]+/g) ?? []).every((term) => counts[term as MetricTerm] !== undefined);

/** Times are counted in whole milliseconds: a mean times its count is one of them, but for rounding. */
const total = (mean: number | null, count: number): number => Math.round((mean ?? 0) * count * 1000) / 1000;

/** The counts behind a period's numbers; sums of time are taken back from their means. */
export function countsOf(period: PeriodNumbers & Partial<WindowNumbers>): MetricCounts {
	const { answered, abandoned, handled } = period;
	const waitAnswered = total(period.asaSeconds, answered);
	const waited = total(period.averageWaitSeconds, answered + abandoned);
	return {
		AN: answered,
		AB: abandoned,
		An: period.answeredInThreshold,
		Ab: period.abandonedInThreshold,
		As: period.shortAbandoned,
		offered: period.offered,
		waitAnswered,
		waitAbandoned: Math.round((waited - waitAnswered) * 1000) / 1000,
		handled,
		talk: total(period.talkSeconds, handled),
		hold: total(period.holdSeconds, handled),
		acw: total(period.wrapSeconds, handled),
		...(period.busySeconds === undefined ? {} : { busy: period.busySeconds, idle: period.idleSeconds })
	};
}
