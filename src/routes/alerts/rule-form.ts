import { ALERT_METRICS, PREDICTED_METRICS, type AlertMetric } from '#lib/contracts/alerts.ts';
import type { AlertRuleInput, AlertRuleRecord } from '#lib/server/alerts/index.ts';

/** A rule as its form holds it: shares in percent, the quiet time in minutes, empty choices as ''. */
export interface RuleForm {
	name: string;
	metric: AlertMetric;
	queueId: string;
	channel: string;
	/** Minutes ahead, as text; '' = the present. */
	ahead: string;
	watch: number | null;
	breach: number | null;
	holdSeconds: number | null;
	repeatMinutes: number | null;
	sound: boolean;
	emails: string;
	webhookIds: string[];
}

const scaleOf = (metric: AlertMetric): number => (ALERT_METRICS[metric].unit === 'share' ? 100 : 1);
/** Whether a rule on the metric may be judged by what is foreseen. */
export const canBeForeseen = (metric: AlertMetric): boolean =>
	(PREDICTED_METRICS as readonly AlertMetric[]).includes(metric);
/** Without the last digits that a multiplication leaves. */
const tidy = (value: number): number => Number(value.toPrecision(12));

export function ruleForm(rule: AlertRuleRecord | null): RuleForm {
	const metric = (rule?.metric ?? 'serviceLevel') as AlertMetric;
	const shown = (value: number | null | undefined) => (value == null ? null : tidy(value * scaleOf(metric)));
	return {
		name: rule?.name ?? '',
		metric,
		queueId: rule?.queueId ?? '',
		channel: rule?.channel ?? '',
		ahead: rule?.aheadMinutes == null ? '' : String(rule.aheadMinutes),
		watch: shown(rule?.watchThreshold),
		breach: shown(rule?.breachThreshold),
		holdSeconds: rule?.holdSeconds ?? 60,
		repeatMinutes: (rule?.repeatSeconds ?? 900) / 60,
		sound: rule?.sound ?? false,
		emails: rule?.emails.join(', ') ?? '',
		webhookIds: rule?.webhookIds ?? []
	};
}

/** The rule that the form asks for; what the form does not show stays as it was. */
export function ruleInput(form: RuleForm, before: AlertRuleRecord | null): AlertRuleInput {
	const { name, metric, queueId, channel, watch, breach, holdSeconds, repeatMinutes, sound } = form;
	const kept = (value: number | null) => (value === null ? null : tidy(value / scaleOf(metric)));
	return {
		name,
		metric,
		queueId: queueId || null,
		channel: (channel || null) as AlertRuleInput['channel'],
		watchThreshold: kept(watch),
		breachThreshold: kept(breach),
		aheadMinutes: canBeForeseen(metric) && form.ahead !== '' ? Number(form.ahead) : null,
		holdSeconds: holdSeconds ?? 0,
		repeatSeconds: Math.round((repeatMinutes ?? 0) * 60),
		isEnabled: before?.isEnabled ?? true,
		sound,
		emails: form.emails.split(/[\s,;]+/).filter((one) => one !== ''),
		webhookIds: form.webhookIds
	};
}
