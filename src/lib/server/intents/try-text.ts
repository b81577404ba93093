import { z } from 'zod';
import { findCues, guessIntent, type CueKind } from '#solver/conversations/index.ts';
import { scoreTurn, type TurnLanguage } from '#solver/sentiment/index.ts';
import { parseInput, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { modelInUse } from './model-in-use.ts';

const TryInput = z.object({ text: z.string().max(100_000) });

export interface TriedText {
	/** Null: not sure enough, or no model was trained yet. */
	intent: string | null;
	probability: number | null;
	alternatives: { intent: string; probability: number }[];
	words: string[];
	language: TurnLanguage;
	score: number;
	cues: { kind: CueKind; text: string }[];
}

/** What the centre would make of a customer's words; nothing is kept. */
export async function tryText(
	ctx: Context,
	actor: Pick<Actor, 'rights' | 'scope'> | null,
	input: z.input<typeof TryInput>
): Promise<TriedText> {
	requireRight(actor, 'settings.view');
	const { text } = parseInput('Trying a text', TryInput, input);
	const used = await modelInUse(ctx);
	const guess = used && guessIntent(used.model, [text]);
	const { language, score } = scoreTurn(text);
	return {
		intent: guess?.intent ?? null,
		probability: guess?.probability ?? null,
		alternatives: guess?.alternatives ?? [],
		words: guess?.words.map((word) => word.text) ?? [],
		language,
		score,
		cues: findCues(text).map(({ kind, start, end }) => ({ kind, text: text.slice(start, end) }))
	};
}
