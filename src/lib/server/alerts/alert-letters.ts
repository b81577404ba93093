import type { AlertRow } from '#lib/contracts/alerts.ts';
import { alertSentence } from '#lib/format/alert-sentence.ts';
import { formatTime, formatZone } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { Delivery } from '../delivery/index.ts';

export interface LetterTerms {
	emails: readonly string[];
	webhookIds: readonly string[];
	queueName: string;
	timeZone: string;
	locale: Locale;
}

/** What goes outside when an alert opens, gets worse or closes; a letter is not written for a close. */
export function alertLetters(
	kind: 'opened' | 'worse' | 'closed',
	alert: AlertRow,
	atMs: number,
	{ emails, webhookIds, queueName, timeZone, locale }: LetterTerms
): Delivery[] {
	const sentence = alertSentence(alert, locale);
	const hooks = webhookIds.map((target): Delivery => ({
		kind: 'webhook',
		target,
		payload: {
			type: `marea.alert.${kind}`,
			timestamp: new Date(atMs).toISOString(),
			data: { ...alert, queueName, sentence }
		}
	}));
	if (kind === 'closed') return hooks;
	const payload = {
		subject: m.alert_mail_subject({ queue: queueName, sentence }, { locale }),
		text: m.alert_mail_text(
			{
				queue: queueName,
				sentence,
				rule: alert.ruleName,
				time: formatTime(alert.openedAt, timeZone, { locale }),
				zone: formatZone(timeZone, alert.openedAt, { locale })
			},
			{ locale }
		)
	};
	return [...hooks, ...emails.map((target): Delivery => ({ kind: 'email', target, payload }))];
}
