import type { Fact, HandoffReason } from '#lib/contracts/handoff.ts';
import { intentName } from '#lib/format/intent-name.ts';
import { m } from '#lib/paraglide/messages.js';

export interface Greeting {
	locale: 'en' | 'es';
	customerName: string | null;
	intent: string | null;
	verified: readonly Fact[];
	reasons: readonly HandoffReason[];
	/** The customer has written since the bot handed on. */
	hasWaited: boolean;
}

const UPSET = new Set(['mood', 'fall']);

/**
 * What an agent may say first: made of sentences that each stand on a fact, and of nothing where there is none. No question
 * that the bot has already asked.
 */
export function firstWords({ locale, customerName, intent, verified, reasons, hasWaited }: Greeting): string {
	const at = { locale };
	const first = customerName?.trim().split(/\s+/)[0];
	const sentences = [first ? m.handoff_words_hello_name({ name: first }, at) : m.handoff_words_hello({}, at)];
	if (intent !== null) sentences.push(m.handoff_words_about({ intent: intentName(intent, locale) }, at));
	if (verified.length > 0) sentences.push(m.handoff_words_verified({}, at));
	if (reasons.some(({ rule }) => rule === 'failed-turns')) sentences.push(m.handoff_words_bot_failed({}, at));
	else if (reasons.some(({ rule }) => UPSET.has(rule))) sentences.push(m.handoff_words_sorry({}, at));
	if (hasWaited) sentences.push(m.handoff_words_read({}, at));
	sentences.push(m.handoff_words_start({}, at));
	return sentences.join(' ');
}
