import { labelOfScore } from '#solver/sentiment/index.ts';
import { scoreByWords } from './built-in-scorer.ts';
import type { ModelFolder, Mood } from './model-folder.ts';
import type { OnnxRuntime, OnnxTensor } from './onnx-runtime.ts';
import type { ScoredTurn, Turn, TurnScorer } from './turn-scorer.ts';

/** Just inside the neutral range, and just outside of it: the label's range holds the score. */
const NEUTRAL_LIMIT = 0.049;
const LEAST_MOOD = 0.05;

/** As these models' texts were prepared: no names, no addresses. */
const plain = (text: string): string =>
	text.replace(/(^|\s)@[^\s@]+/g, '$1@user').replace(/https?:\/\/\S+/g, 'http');

/**
 * A text classifier behind the interface of the built-in model: the likeliest label, and P(positive) − P(negative) as its
 * strength. What the built-in model cannot read (no words, another script) stays unread, and the words shown are its own.
 */
export function onnxScorer(
	{ name, outputs, mostTokens }: Pick<ModelFolder, 'name' | 'outputs' | 'mostTokens'>,
	{ session, tokenizer, int64 }: OnnxRuntime
): TurnScorer {
	async function probabilities(text: string): Promise<Record<Mood, number>> {
		const { ids, attention_mask: mask } = tokenizer.encode(plain(text));
		// The last token closes the text, also one that is cut.
		const cut = (values: number[]) =>
			values.length > mostTokens ? [...values.slice(0, mostTokens - 1), values.at(-1)!] : values;
		const tensor = (values: readonly number[]): OnnxTensor =>
			int64(
				BigInt64Array.from(values, (value) => BigInt(value)),
				[1, values.length]
			);
		const kept = cut(ids);
		const given: Record<string, readonly number[]> = {
			input_ids: kept,
			attention_mask: cut(mask),
			token_type_ids: kept.map(() => 0)
		};
		const feeds = Object.fromEntries(
			session.inputNames.map((input) => {
				const values = given[input];
				if (!values) throw new Error(`The model "${name}" wants "${input}", which is not known.`);
				return [input, tensor(values)];
			})
		);
		const answer = await session.run(feeds);
		const { data } = answer.logits ?? answer[session.outputNames[0]!]!;
		if (data.length !== outputs.length)
			throw new Error(`The model "${name}" gives ${data.length} numbers; wanted ${outputs.length}.`);
		const logits = Array.from(data, Number);
		const most = Math.max(...logits);
		const weights = logits.map((logit) => Math.exp(logit - most));
		const sum = weights.reduce((a, b) => a + b, 0);
		const found = { negative: 0, neutral: 0, positive: 0 };
		outputs.forEach((mood, i) => (found[mood] += weights[i]! / sum));
		if (!Number.isFinite(found.negative + found.positive))
			throw new Error(`The model "${name}" gives numbers that are none.`);
		return found;
	}

	async function scoreOne(turn: Turn): Promise<ScoredTurn> {
		const byWords = scoreByWords(turn);
		if (byWords.score === null || byWords.language === 'unknown') return byWords;
		const { negative, neutral, positive } = await probabilities(turn.text);
		const strength = positive - negative;
		const score =
			neutral > Math.max(negative, positive)
				? Math.max(-NEUTRAL_LIMIT, Math.min(NEUTRAL_LIMIT, strength))
				: Math.sign(strength || 1) * Math.max(LEAST_MOOD, Math.abs(strength));
		return {
			...byWords,
			score,
			label: labelOfScore(score),
			confidence: Math.max(negative, neutral, positive)
		};
	}

	return {
		name,
		async score(turns) {
			const scored: ScoredTurn[] = [];
			for (const turn of turns) scored.push(await scoreOne(turn));
			return scored;
		},
		close: () => Promise.resolve()
	};
}
