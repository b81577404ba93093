import { METRIC_TERMS, type Metric, type MetricTerm } from '#lib/contracts/metric-definitions.ts';
import { formatCount, formatDuration } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';

const NAME: Record<Metric, () => string> = {
	waiting: m.floor_waiting,
	oldest: m.floor_oldest,
	handling: m.metric_handling,
	'service-level': m.floor_chart_sl,
	abandonment: m.floor_abandonment,
	asa: m.floor_asa,
	'average-wait': m.metric_average_wait,
	ewt: m.floor_ewt,
	'ewt-error': m.metric_ewt_error,
	aht: m.floor_aht,
	talk: m.floor_talk,
	hold: m.floor_hold,
	acw: m.floor_wrap,
	occupancy: m.floor_occupancy,
	available: m.metric_available,
	offered: m.floor_offered,
	answered: m.floor_answered,
	abandoned: m.floor_abandoned,
	'short-abandoned': m.floor_short_abandoned,
	'flow-out': m.floor_flowed_out,
	'bots-active': m.floor_bots,
	containment: m.metric_containment,
	escalated: m.metric_escalated,
	sentiment: m.floor_sentiment
};

const TEXT: Record<Metric, () => string> = {
	waiting: m.metric_text_waiting,
	oldest: m.metric_text_oldest,
	handling: m.metric_text_handling,
	'service-level': m.metric_text_service_level,
	abandonment: m.metric_text_abandonment,
	asa: m.metric_text_asa,
	'average-wait': m.metric_text_average_wait,
	ewt: m.metric_text_ewt,
	'ewt-error': m.metric_text_ewt_error,
	aht: m.metric_text_aht,
	talk: m.metric_text_talk,
	hold: m.metric_text_hold,
	acw: m.metric_text_acw,
	occupancy: m.metric_text_occupancy,
	available: m.metric_text_available,
	offered: m.metric_text_offered,
	answered: m.metric_text_answered,
	abandoned: m.metric_text_abandoned,
	'short-abandoned': m.metric_text_short_abandoned,
	'flow-out': m.metric_text_flow_out,
	'bots-active': m.metric_text_bots_active,
	containment: m.metric_text_containment,
	escalated: m.metric_text_escalated,
	sentiment: m.metric_text_sentiment
};

const TERM: Partial<Record<MetricTerm, () => string>> = {
	offered: m.metric_term_offered,
	waitAnswered: m.metric_term_waitAnswered,
	waitAbandoned: m.metric_term_waitAbandoned,
	handled: m.metric_term_handled,
	talk: m.metric_term_talk,
	hold: m.metric_term_hold,
	acw: m.metric_term_acw,
	busy: m.metric_term_busy,
	idle: m.metric_term_idle,
	position: m.metric_term_position,
	aht: m.metric_term_aht,
	slots: m.metric_term_slots,
	resolved: m.metric_term_resolved,
	left: m.metric_term_left,
	escalated: m.metric_term_escalated
};

export const metricName = (metric: Metric): string => NAME[metric]();
export const metricText = (metric: Metric): string => TEXT[metric]();
/** AN, AB, An, Ab and As are the same in every language. */
export const termName = (term: MetricTerm): string => TERM[term]?.() ?? term;

export function termValue(term: MetricTerm, value: number | undefined): string {
	const unit = METRIC_TERMS[term];
	if (unit === 'seconds') return formatDuration(value);
	return formatCount(value, { digits: unit === 'slots' && !Number.isInteger(value) ? 1 : 0 });
}
