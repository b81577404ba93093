import type { NeedReasonRow } from '#lib/contracts/needs.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import { formatCount } from './format-count.ts';
import { formatDuration } from './format-duration.ts';

const MOST = 4;

type Options = { locale?: Locale };

/** One reason in words, as a part of a sentence. */
export function needReasonText(reason: NeedReasonRow, nowMs: number, locale?: Locale): string {
	const options: Options = { locale };
	const count = (value: number) => formatCount(value, { locale });
	const mood = (value: number) => formatCount(value, { digits: 1, signed: true, locale });
	const time = (sinceMs: number) => formatDuration(Math.max(0, nowMs - sinceMs) / 1000);
	switch (reason.kind) {
		case 'asks-for-person':
			if (reason.times === 1) return m.need_asked_once({}, options);
			if (reason.times === 2) return m.need_asked_twice({}, options);
			return m.need_asked_times({ times: count(reason.times) }, options);
		case 'asks-for-another':
			return reason.times === 1
				? m.need_another_once({}, options)
				: m.need_another_times({ times: count(reason.times) }, options);
		case 'anger':
			return reason.times === 1
				? m.need_anger_once({}, options)
				: m.need_anger_times({ times: count(reason.times) }, options);
		case 'worry':
			return m.need_worry({}, options);
		case 'legal-threat':
			return m.need_legal({}, options);
		case 'churn-threat':
			return m.need_churn({}, options);
		case 'vulnerability':
			return m.need_vulnerable({}, options);
		case 'repeated-contact':
			if (reason.contacts === null) return m.need_repeat_said({}, options);
			return reason.contacts === 1
				? m.need_repeat_one({}, options)
				: m.need_repeat_times({ times: count(reason.contacts) }, options);
		case 'mood-low':
			return m.need_mood_low({ mood: mood(reason.mood) }, options);
		case 'mood-fell': {
			const inputs = { from: mood(reason.from), to: mood(reason.to) };
			return reason.turns === 1
				? m.need_mood_fell_one(inputs, options)
				: m.need_mood_fell({ ...inputs, turns: count(reason.turns) }, options);
		}
		case 'bot-failed':
			return reason.turns === 1
				? m.need_bot_failed_one({}, options)
				: m.need_bot_failed({ turns: count(reason.turns) }, options);
		case 'waiting':
			return m.need_waiting({ time: time(reason.sinceMs) }, options);
		case 'on-hold':
			return m.need_on_hold({ time: time(reason.sinceMs) }, options);
		case 'unanswered':
			return m.need_unanswered({ time: time(reason.sinceMs) }, options);
		case 'priority':
			return m.need_priority({ priority: count(reason.priority) }, options);
	}
}

/**
 * Why a contact needs a person, as one sentence: "Asked twice for a person, mood fell from +1.2 to −3.4 in 4 turns,
 * waiting 3:12".
 *
 * @param nowMs by the contact's own clock
 */
export function needSentence(reasons: readonly NeedReasonRow[], nowMs: number, locale?: Locale): string {
	// A fall says how low it has come.
	const hasFall = reasons.some(({ kind }) => kind === 'mood-fell');
	const told = reasons.filter(({ kind }) => !hasFall || kind !== 'mood-low').slice(0, MOST);
	if (told.length === 0) return m.need_none({}, { locale });
	const text = told.map((reason) => needReasonText(reason, nowMs, locale)).join(', ');
	return text[0]!.toLocaleUpperCase(locale) + text.slice(1);
}
