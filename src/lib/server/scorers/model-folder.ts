import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

/** The variable that switches a transformer on. */
export const MODEL_VARIABLE = 'MAREA_SENTIMENT_MODEL';

export type Mood = 'negative' | 'neutral' | 'positive';

/** A model's files, as they are published for ONNX. */
export interface ModelFolder {
	folder: string;
	name: string;
	model: string;
	tokenizer: object;
	tokenizerConfig: object;
	/** What each of the model's outputs stands for. */
	outputs: Mood[];
	/** Longer texts are cut. */
	mostTokens: number;
}

/** A set-up that cannot work: said at the start, in a sentence that tells what to do. */
export class ModelFolderError extends Error {
	override name = 'ModelFolderError';
}

const DEFAULT_TOKENS = 128;
const MOST_TOKENS = 512;
const NAMES: [RegExp, Mood][] = [
	[/^(?:neg|label_0$)/i, 'negative'],
	[/^(?:neu|label_1$)/i, 'neutral'],
	[/^(?:pos|label_2$)/i, 'positive']
];

/** @throws ModelFolderError naming the file that is missing or cannot be read */
export function readModelFolder(path: string): ModelFolder {
	const folder = resolve(path);
	const file = (name: string) => join(folder, name);
	const refuse = (what: string): never => {
		throw new ModelFolderError(
			`${MODEL_VARIABLE} is "${path}", but ${what}. Wanted: a folder with model.onnx and tokenizer.json of a text classifier (config.json names its labels); or unset ${MODEL_VARIABLE} to use the built-in model.`
		);
	};
	const json = (name: string): Record<string, unknown> => {
		try {
			return JSON.parse(readFileSync(file(name), 'utf8')) as Record<string, unknown>;
		} catch (error) {
			return refuse(`its ${name} cannot be read (${(error as Error).message})`);
		}
	};
	if (!existsSync(folder)) refuse('there is no such folder');
	const model = ['model.onnx', 'onnx/model.onnx'].map(file).find((one) => existsSync(one));
	if (!model) return refuse('there is no model.onnx in it');
	if (!existsSync(file('tokenizer.json'))) refuse('there is no tokenizer.json in it');
	const optional = (name: string) => (existsSync(file(name)) ? json(name) : {});
	const config = optional('config.json');
	const labels = config.id2label as Record<string, string> | undefined;
	const outputs = labels
		? Object.keys(labels)
				.sort((a, b) => Number(a) - Number(b))
				.map((key) => {
					const mood = NAMES.find(([pattern]) => pattern.test(labels[key]!))?.[1];
					return mood ?? refuse(`its label "${labels[key]}" is none of negative, neutral and positive`);
				})
		: (['negative', 'neutral', 'positive'] as const);
	for (const mood of ['negative', 'positive'] as const)
		if (outputs.filter((one) => one === mood).length !== 1) refuse(`its labels have no one "${mood}"`);
	const asked = Number(config.max_length ?? config.max_position_embeddings ?? DEFAULT_TOKENS);
	return {
		folder,
		name: basename(folder),
		model,
		tokenizer: json('tokenizer.json'),
		tokenizerConfig: optional('tokenizer_config.json'),
		outputs: [...outputs],
		mostTokens: Math.max(
			8,
			Math.min(DEFAULT_TOKENS, MOST_TOKENS, Number.isFinite(asked) ? asked : DEFAULT_TOKENS)
		)
	};
}
