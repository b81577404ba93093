import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Protocol buffers, as far as a small ONNX model needs them. */
const varint = (value: number): number[] => {
	const bytes: number[] = [];
	for (let left = value; ; left = Math.floor(left / 128)) {
		if (left < 128) return [...bytes, left];
		bytes.push((left % 128) | 128);
	}
};
const number = (field: number, value: number) => [...varint(field * 8), ...varint(value)];
const bytes = (field: number, value: readonly number[]) => [
	...varint(field * 8 + 2),
	...varint(value.length),
	...value
];
const text = (field: number, value: string) => bytes(field, [...new TextEncoder().encode(value)]);

const INT64 = 7;
const FLOAT = 1;
const value = (name: string, type: number, dims: (string | number)[]) => [
	...text(1, name),
	...bytes(
		2,
		bytes(1, [
			...number(1, type),
			...bytes(
				2,
				dims.flatMap((dim) => bytes(1, typeof dim === 'number' ? number(1, dim) : text(2, dim)))
			)
		])
	)
];

/** A model that adds up a row of three numbers for each token: input_ids [1, n] → logits [1, 3]. */
export function tinyOnnx(rows: readonly (readonly [number, number, number])[]): Uint8Array {
	const floats = new Uint8Array(Float32Array.from(rows.flat()).buffer);
	const axes = new Uint8Array(BigInt64Array.from([1n]).buffer);
	const tensor = (name: string, type: number, dims: number[], raw: Uint8Array) => [
		...dims.flatMap((dim) => number(1, dim)),
		...number(2, type),
		...text(8, name),
		...bytes(9, [...raw])
	];
	const node = (kind: string, inputs: string[], output: string, attributes: number[] = []) => [
		...inputs.flatMap((input) => text(1, input)),
		...text(2, output),
		...text(4, kind),
		...attributes
	];
	const keepdims = bytes(5, [...text(1, 'keepdims'), ...number(3, 0), ...number(20, 2)]);
	const graph = [
		...bytes(1, node('Gather', ['table', 'input_ids'], 'rows')),
		...bytes(1, node('ReduceSum', ['rows', 'axes'], 'logits', keepdims)),
		...text(2, 'tiny'),
		...bytes(5, tensor('table', FLOAT, [rows.length, 3], floats)),
		...bytes(5, tensor('axes', INT64, [1], axes)),
		...bytes(11, value('input_ids', INT64, [1, 'n'])),
		...bytes(12, value('logits', FLOAT, [1, 3]))
	];
	return Uint8Array.from([
		...number(1, 8),
		...bytes(7, graph),
		...bytes(8, [...text(1, ''), ...number(2, 13)])
	]);
}

/** Writes a model of whole words into a folder, with the mood that each word gives: negative, neutral, positive. */
export function writeTinyModel(folder: string, words: Record<string, [number, number, number]>): string {
	mkdirSync(folder, { recursive: true });
	const names = ['[UNK]', ...Object.keys(words)];
	writeFileSync(join(folder, 'model.onnx'), tinyOnnx([[0, 0.5, 0], ...Object.values(words)]));
	const tokenizer = {
		version: '1.0',
		added_tokens: [],
		normalizer: { type: 'Lowercase' },
		pre_tokenizer: { type: 'Whitespace' },
		post_processor: null,
		decoder: null,
		model: {
			type: 'WordPiece',
			unk_token: '[UNK]',
			continuing_subword_prefix: '##',
			max_input_chars_per_word: 100,
			vocab: Object.fromEntries(names.map((name, i) => [name, i]))
		}
	};
	writeFileSync(join(folder, 'tokenizer.json'), JSON.stringify(tokenizer));
	writeFileSync(join(folder, 'tokenizer_config.json'), JSON.stringify({ tokenizer_class: 'BertTokenizer' }));
	writeFileSync(
		join(folder, 'config.json'),
		JSON.stringify({ id2label: { 0: 'negative', 1: 'neutral', 2: 'positive' } })
	);
	return folder;
}
