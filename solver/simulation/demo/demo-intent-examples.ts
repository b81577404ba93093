import type { IntentExample } from '../../conversations/intents/intent-model.ts';
import { ENGLISH } from '../transcripts/english.ts';
import { SPANISH } from '../transcripts/spanish.ts';
import { DEMO_INTENT_WORDS } from './demo-intent-words.ts';

/** What stands for a slot in an example. */
const SLOTS: Record<string, string> = {
	amount: '45',
	date: '3/5',
	days: '3',
	hours: '3',
	years: '5',
	city: 'Denia',
	street: 'Mayor',
	plan: 'Marina 24',
	device: 'router',
	ref: 'CC1234567'
};

/** The demo centre's labelled examples: how its customers say why they call, by reason and language. */
export const demoIntentExamples = (): IntentExample[] =>
	(
		[
			['en', ENGLISH],
			['es', SPANISH]
		] as const
	).flatMap(([language, bank]) =>
		Object.entries(bank.intents).flatMap(([intent, about]) =>
			[
				...about.openers,
				...about.upsetOpeners,
				...(DEMO_INTENT_WORDS[intent]?.[language].split('\n') ?? [])
			].map((text): IntentExample => ({
				text: text.replace(/\{(\w+)\}/g, (_, name: string) => SLOTS[name] ?? ''),
				intent,
				language
			}))
		)
	);
