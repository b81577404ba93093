import type {
	BotNumbers,
	PeriodNumbers,
	Sentiment,
	StateCounts,
	WaitError,
	WindowNumbers
} from '#lib/contracts/live.ts';
import {
	countsOf,
	METRIC_FORMULA,
	type Metric,
	type MetricCounts
} from '#lib/contracts/metric-definitions.ts';
import type { ServiceLevelVariant } from '#lib/contracts/terms.ts';
import { formatCount, formatDuration, formatPercent } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';

export type Period = PeriodNumbers & Partial<WindowNumbers>;

/** Where a queue's, a group's or the site's numbers are read from; null is what cannot be known of it. */
export interface FigureSource {
	/** Whose they are. */
	readonly name: string;
	readonly waiting: number | null;
	readonly oldestSeconds: number | null;
	readonly handling: number | null;
	readonly period: Period | null;
	readonly variant: ServiceLevelVariant;
	readonly agents: StateCounts;
	readonly sentiment: Sentiment | null;
	readonly ewt: {
		seconds: number | null;
		slots: number | null;
		aht: number | null;
		error: WaitError | null;
	} | null;
	readonly bots: BotNumbers | null;
}

/** A metric of a source: the number, and the counts it is worked out from. */
export interface Figure {
	value: number | null;
	counts: MetricCounts;
	/** What there is to say where no formula can. */
	note: string | null;
}

const STAFFED = ['available', 'offered', 'handling', 'wrap'] as const;

/** Agents on duty, with or without a contact. */
export const staffedOf = (agents: StateCounts): number =>
	STAFFED.reduce((sum, state) => sum + (agents[state] ?? 0), 0);

const PERIOD: Partial<Record<Metric, (period: Period) => number | null | undefined>> = {
	'service-level': (period) => period.serviceLevel,
	abandonment: (period) => period.abandonment,
	asa: (period) => period.asaSeconds,
	'average-wait': (period) => period.averageWaitSeconds,
	aht: (period) => period.ahtSeconds,
	talk: (period) => period.talkSeconds,
	hold: (period) => period.holdSeconds,
	acw: (period) => period.wrapSeconds,
	occupancy: (period) => period.occupancy,
	offered: (period) => period.offered,
	answered: (period) => period.answered,
	abandoned: (period) => period.abandoned,
	'short-abandoned': (period) => period.shortAbandoned,
	'flow-out': (period) => period.flowedOut
};

/** The number alone. */
export function figureValue(source: FigureSource, metric: Metric): number | null {
	const ofPeriod = PERIOD[metric];
	if (ofPeriod) return (source.period && ofPeriod(source.period)) ?? null;
	switch (metric) {
		case 'waiting':
			return source.waiting;
		case 'oldest':
			return source.oldestSeconds;
		case 'handling':
			return source.handling;
		case 'ewt':
			return source.ewt?.seconds ?? null;
		case 'ewt-error':
			return source.ewt?.error?.meanAbsoluteSeconds ?? null;
		case 'available':
			return source.agents.available ?? 0;
		case 'bots-active':
			return source.bots?.active ?? null;
		case 'containment':
			return source.bots?.containment ?? null;
		case 'escalated':
			return source.bots?.escalated ?? null;
		default:
			return source.sentiment?.mean ?? null;
	}
}

export function figureOf(source: FigureSource, metric: Metric): Figure {
	const counts = source.period ? countsOf(source.period) : {};
	let note: string | null = null;
	const { ewt, bots, sentiment } = source;
	if (metric === 'ewt' && ewt) {
		if (ewt.seconds === 0) note = m.metric_ewt_free();
		else if (ewt.slots !== null && ewt.aht !== null)
			Object.assign(counts, { position: (source.waiting ?? 0) + 1, aht: ewt.aht, slots: ewt.slots });
	}
	if (metric === 'ewt-error' && ewt?.error)
		note = m.metric_ewt_error_counts({
			count: formatCount(ewt.error.count),
			bias: formatDuration(Math.abs(ewt.error.biasSeconds)),
			side: ewt.error.biasSeconds > 0 ? m.metric_ewt_shorter() : m.metric_ewt_longer()
		});
	if (bots)
		Object.assign(counts, {
			resolved: bots.resolved,
			left: bots.sessions - bots.active - bots.resolved - bots.escalated,
			escalated: bots.escalated
		});
	if (metric === 'available') note = m.board_of_staffed({ count: formatCount(staffedOf(source.agents)) });
	if (metric === 'sentiment' && sentiment)
		note = m.metric_sentiment_counts({
			negative: formatCount(Math.round(sentiment.negativeShare * sentiment.count)),
			count: formatCount(sentiment.count)
		});
	return { value: figureValue(source, metric), counts, note };
}

/** As a person reads it. */
export function figureText(metric: Metric, value: number | null, options: { digits?: number } = {}): string {
	switch (METRIC_FORMULA[metric].unit) {
		case 'share':
			return formatPercent(value, options);
		case 'seconds':
			return formatDuration(value);
		case 'score':
			return formatCount(value, { digits: 2, signed: true });
		default:
			return formatCount(value);
	}
}
