import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MODEL_VARIABLE, ModelFolderError, type ModelFolder } from './model-folder.ts';

/** What is used of the package onnxruntime-node. */
export interface OnnxTensor {
	data: ArrayLike<number | bigint>;
	dims: readonly number[];
}
export interface OnnxSession {
	inputNames: readonly string[];
	outputNames: readonly string[];
	run(feeds: Record<string, OnnxTensor>): Promise<Record<string, OnnxTensor>>;
}
/** What is used of the package @huggingface/tokenizers. */
export interface TextTokenizer {
	encode(text: string): { ids: number[]; attention_mask: number[] };
}

/** A model that is open: how texts become numbers, and numbers moods. Injected in tests. */
export interface OnnxRuntime {
	session: OnnxSession;
	tokenizer: TextTokenizer;
	int64(values: BigInt64Array, dims: readonly number[]): OnnxTensor;
}

const RUNTIME = 'onnxruntime-node';
const TOKENIZERS = '@huggingface/tokenizers';

/** Whether the two packages are there, beside the model or beside Marea; the missing ones. */
export function missingPackages({ folder }: Pick<ModelFolder, 'folder'>): string[] {
	return [RUNTIME, TOKENIZERS].filter((name) => findPackage(name, folder) === null);
}

export const missingSentence = (missing: readonly string[]): string =>
	`${MODEL_VARIABLE} is set, but ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not installed. Run "npm install --no-save ${missing.join(' ')}" in Marea's folder or in the model's, or unset ${MODEL_VARIABLE} to use the built-in model.`;

function findPackage(name: string, folder: string): string | null {
	for (const base of [join(folder, 'package.json'), import.meta.url])
		try {
			return createRequire(base).resolve(name);
		} catch {
			// Looked for in the next place.
		}
	return null;
}

async function load(name: string, folder: string): Promise<Record<string, never>> {
	const found = findPackage(name, folder);
	if (found === null) throw new ModelFolderError(missingSentence([name]));
	const loaded = (await import(/* @vite-ignore */ pathToFileURL(found).href)) as { default?: object };
	return { ...loaded.default, ...loaded } as Record<string, never>;
}

/** Opens the model with the packages; they are no dependencies of Marea: the runtime alone is larger than the rest. */
export async function openOnnx(model: ModelFolder): Promise<OnnxRuntime> {
	const { InferenceSession, Tensor } = (await load(RUNTIME, model.folder)) as unknown as {
		InferenceSession: { create(path: string, options: object): Promise<OnnxSession> };
		Tensor: new (type: string, values: BigInt64Array, dims: readonly number[]) => OnnxTensor;
	};
	const { Tokenizer } = (await load(TOKENIZERS, model.folder)) as unknown as {
		Tokenizer: new (tokenizer: object, config: object) => TextTokenizer;
	};
	return {
		session: await InferenceSession.create(model.model, { intraOpNumThreads: 1, interOpNumThreads: 1 }),
		tokenizer: new Tokenizer(model.tokenizer, model.tokenizerConfig),
		int64: (values, dims) => new Tensor('int64', values, dims)
	};
}
