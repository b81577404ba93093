import type { HandoffReason } from '#lib/contracts/handoff.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import { cueNoun } from './cue-name.ts';
import { formatCount } from './format-count.ts';
import { formatPercent } from './format-percent.ts';
import { intentName } from './intent-name.ts';

/** Why a conversation needs a person, as a supervisor would say it. */
export function handoffSentence(reason: HandoffReason, locale?: Locale): string {
	const score = (value: number) => formatCount(value, { digits: 2, signed: true, locale });
	const count = (value: number) => formatCount(value, { digits: Number.isInteger(value) ? 0 : 1, locale });
	switch (reason.rule) {
		case 'request':
			return m.handoff_why_request({}, { locale });
		case 'cue':
			return m.handoff_why_cue({ cue: cueNoun(reason.kind, locale) }, { locale });
		case 'intent':
			return reason.probability === undefined
				? m.handoff_why_intent({ intent: intentName(reason.intent, locale) }, { locale })
				: m.words_why_intent(
						{
							intent: intentName(reason.intent, locale),
							probability: formatPercent(reason.probability, { locale })
						},
						{ locale }
					);
		case 'failed-turns':
			return reason.count === 1
				? m.handoff_why_failed_one({}, { locale })
				: m.handoff_why_failed({ count: count(reason.count) }, { locale });
		case 'mood':
			return m.handoff_why_mood({ mood: score(reason.mood), below: score(reason.below) }, { locale });
		case 'fall':
			return m.handoff_why_fall({ from: score(reason.from), to: score(reason.to) }, { locale });
		case 'value':
			return m.handoff_why_value({ value: count(reason.value) }, { locale });
	}
}
