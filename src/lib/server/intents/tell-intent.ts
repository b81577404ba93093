import { guessIntent } from '#solver/conversations/intents/index.ts';
import type { Context } from '../context.ts';
import { languageOfTexts } from './language-of-texts.ts';
import { modelInUse } from './model-in-use.ts';

/** What customers' words tell where nobody has said it. */
export interface ToldByWords {
	/** Null: not sure enough, or no model was trained. */
	intent: string | null;
	probability: number;
	/** `en`, `es`, or null: unknown. */
	language: 'en' | 'es' | null;
}

/** After so many turns of the customer it is clear, or will not become so. */
export const MOST_TURNS = 6;

/** Intent and language of a customer's turns, oldest first; null without words. For domains. */
export async function tellIntent(ctx: Context, texts: readonly string[]): Promise<ToldByWords | null> {
	const said = texts.filter((text) => text.trim() !== '').slice(0, MOST_TURNS);
	if (said.length === 0) return null;
	const used = await modelInUse(ctx);
	const guess = used && guessIntent(used.model, said);
	return {
		intent: guess?.intent ?? null,
		probability: guess?.probability ?? 0,
		language: languageOfTexts(said)
	};
}
