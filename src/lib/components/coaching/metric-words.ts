import { formatCount, formatDuration, formatPercent, UNKNOWN } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { METRIC_SPECS, METRICS, type Metric } from '#solver/coaching/metrics.ts';

const isMetric = (name: string): name is Metric => (METRICS as readonly string[]).includes(name);

const NAMES: Record<Metric, () => string> = {
	aht: m.coachlead_metric_aht,
	acw: m.coachlead_metric_acw,
	hold: m.coachlead_metric_hold,
	transfer: m.coachlead_metric_transfer,
	fcr: m.coachlead_metric_fcr,
	recontact: m.coachlead_metric_recontact,
	csat: m.coachlead_metric_csat,
	mood: m.coachlead_metric_mood,
	escalation: m.coachlead_metric_escalation,
	adherence: m.coachlead_metric_adherence,
	quality: m.coachlead_metric_quality
};

export const metricName = (metric: string): string => (isMetric(metric) ? NAMES[metric]() : metric);

const isTime = (metric: string): boolean => isMetric(metric) && METRIC_SPECS[metric].scale === 'log';

/** A figure as it is read: 5:20, 12.4 %, +0.12. */
export function figureText(metric: string, value: number | null): string {
	if (value === null) return UNKNOWN;
	if (isTime(metric)) return formatDuration(value);
	if (metric === 'mood') return formatCount(value, { digits: 2, signed: true });
	return formatPercent(value, { digits: 1 });
}

/** How a figure is typed: seconds, per cent, or as it is. */
export function fieldOf(metric: string): { unit: string; perUnit: number } {
	if (isTime(metric)) return { unit: m.coachlead_unit_seconds(), perUnit: 1 };
	if (metric === 'mood') return { unit: '', perUnit: 1 };
	return { unit: '%', perUnit: 100 };
}

/** A probability; nothing is quite certain: from 99.5 % on ">99%", below 0.5 % "<1%". */
export function chanceText(chance: number | null): string {
	if (chance === null) return UNKNOWN;
	if (chance >= 0.995) return `>${formatPercent(0.99)}`;
	return chance < 0.005 ? `<${formatPercent(0.01)}` : formatPercent(chance);
}
