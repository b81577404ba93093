import { z } from 'zod';
import { ALERT_METRICS, PREDICTED_METRICS, type AlertMetric } from '#lib/contracts/alerts.ts';
import { CHANNELS } from '#lib/contracts/terms.ts';

const metrics = Object.keys(ALERT_METRICS) as [AlertMetric, ...AlertMetric[]];
const threshold = z.number().finite().min(-5).max(1e6).nullable().default(null);

/** A rule as a person writes it. */
export const AlertRuleInput = z
	.object({
		name: z.string().trim().min(1).max(120),
		metric: z.enum(metrics),
		queueId: z.string().max(200).nullable().default(null),
		channel: z.enum(CHANNELS).nullable().default(null),
		watchThreshold: threshold,
		breachThreshold: threshold,
		aheadMinutes: z.int().min(5).max(60).nullable().default(null),
		holdSeconds: z.int().min(0).max(3_600).default(60),
		repeatSeconds: z.int().min(0).max(86_400).default(900),
		isEnabled: z.boolean().default(true),
		sound: z.boolean().default(false),
		emails: z
			.array(z.email({ error: 'wanted e-mail addresses' }).max(254))
			.max(20)
			.default([]),
		webhookIds: z.array(z.string().max(64)).max(20).default([])
	})
	.superRefine((rule, refuse) => {
		const { metric, watchThreshold: watch, breachThreshold: breach, aheadMinutes } = rule;
		const fail = (path: string, message: string) =>
			refuse.addIssue({ code: 'custom', path: [path], message });
		if (watch === null && breach === null) fail('watchThreshold', 'give a threshold for watch or for breach');
		const { worse, unit } = ALERT_METRICS[metric];
		for (const [path, value] of Object.entries({ watchThreshold: watch, breachThreshold: breach })) {
			if (value === null) continue;
			if (unit === 'share' && (value < 0 || value > 1))
				fail(path, `"${value}" must be a share between 0 and 1, such as 0.8`);
			else if (unit === 'score' && (value < -1 || value > 1))
				fail(path, `"${value}" must be a score between −1 and 1`);
			else if (unit === 'mood' && value > 5) fail(path, `"${value}" must be a mood between −5 and 5`);
			else if (unit !== 'score' && unit !== 'mood' && value < 0) fail(path, `"${value}" must be 0 or more`);
		}
		if (watch !== null && breach !== null && (worse === 'above' ? breach <= watch : breach >= watch))
			fail('breachThreshold', `"${breach}" must be ${worse} the watch threshold "${watch}"`);
		if (aheadMinutes !== null && !(PREDICTED_METRICS as readonly string[]).includes(metric))
			fail('aheadMinutes', `only ${PREDICTED_METRICS.join(', ')} can be foreseen`);
	});
export type AlertRuleInput = z.input<typeof AlertRuleInput>;
