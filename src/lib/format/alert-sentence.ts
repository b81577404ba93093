import { ALERT_METRICS, type AlertMetric, type AlertRow } from '#lib/contracts/alerts.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import { formatCount } from './format-count.ts';
import { formatDuration } from './format-duration.ts';
import { formatPercent } from './format-percent.ts';

const NAMES: Record<AlertMetric, (inputs: object, options: { locale?: Locale }) => string> = {
	waiting: m.alert_metric_waiting,
	oldestWait: m.alert_metric_oldest_wait,
	serviceLevel: m.alert_metric_service_level,
	abandonment: m.alert_metric_abandonment,
	ewt: m.alert_metric_ewt,
	available: m.alert_metric_available,
	sentiment: m.alert_metric_sentiment,
	needsPerson: m.alert_metric_needs_person,
	needsPersonFor: m.alert_metric_needs_person_for,
	worstMood: m.alert_metric_worst_mood,
	sourceSilent: m.alert_metric_source_silent
};

export const alertMetricName = (metric: AlertMetric, locale?: Locale): string =>
	NAMES[metric]({}, { locale });

/** A metric's value as people read it. */
export function alertValue(metric: AlertMetric, value: number, locale?: Locale): string {
	switch (ALERT_METRICS[metric].unit) {
		case 'share':
			return formatPercent(value, { locale });
		case 'seconds':
			return formatDuration(value);
		case 'score':
			return formatCount(value, { digits: 2, signed: true, locale });
		case 'mood':
			return formatCount(value, { digits: 1, signed: true, locale });
		default:
			return formatCount(value, { digits: Number.isInteger(value) ? 0 : 1, locale });
	}
}

/** What an alert says, without the queue's name: "Service level 62%, below 80%". */
export function alertSentence(
	{
		metric,
		value,
		threshold,
		aheadMinutes
	}: Pick<AlertRow, 'metric' | 'value' | 'threshold' | 'aheadMinutes'>,
	locale?: Locale
): string {
	const inputs = {
		metric: alertMetricName(metric, locale),
		value: alertValue(metric, value, locale),
		threshold: alertValue(metric, threshold, locale)
	};
	const isAbove = ALERT_METRICS[metric].worse === 'above';
	if (aheadMinutes === null) return (isAbove ? m.alert_is_above : m.alert_is_below)(inputs, { locale });
	const ahead = { ...inputs, minutes: aheadMinutes };
	return (isAbove ? m.alert_will_be_above : m.alert_will_be_below)(ahead, { locale });
}
