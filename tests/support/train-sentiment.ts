/**
 * Trains the sentiment model: `node tests/support/train-sentiment.ts [--check]` writes solver/sentiment/model/
 * {english,spanish,spelling}.ts from the public sets beside the repository; `--check` only cross-validates. Run prettier over what it wrote.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DENSE_COUNT } from '#solver/sentiment/measure-turn.ts';
import { scoreOfPrediction } from '#solver/sentiment/score-of-prediction.ts';
import { macroF1, pearson } from './sentiment/agreement.ts';
import { crossValidate } from './sentiment/cross-validate.ts';
import { labelledTexts, referencePresent } from './sentiment/reference-texts.ts';
import {
	COLUMNS,
	examplesFor,
	measuresOf,
	predictRow,
	toRow,
	trainLanguage
} from './sentiment/train-language.ts';
import { trainSpelling } from './sentiment/train-spelling.ts';

const MODEL_FOLDER = join(import.meta.dirname, '../../solver/sentiment/model');
const NUMBER_OF_LABEL = { negative: -1, neutral: 0, positive: 1 };

const base64 = (numbers: Int8Array) =>
	Buffer.from(numbers.buffer, numbers.byteOffset, numbers.length).toString('base64');

function write(name: string, constant: string, type: string, body: string): void {
	const header = `// Written by tests/support/train-sentiment.ts; see model-card.md.\n`;
	writeFileSync(join(MODEL_FOLDER, `${name}.ts`), `${header}${type}\nexport const ${constant}${body}`);
}

function writeLanguage(name: string, constant: string, weights: readonly Float64Array[]): void {
	const size = COLUMNS - DENSE_COUNT;
	const table = new Int8Array(size * weights.length);
	const steps = weights.map((output, o) => {
		const hashed = output.subarray(DENSE_COUNT);
		const step = hashed.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127;
		hashed.forEach((value, i) => (table[o * size + i] = Math.round(value / step)));
		return step;
	});
	const dense = weights.map(
		(output) => `[${Array.from(output.subarray(0, DENSE_COUNT), (w) => Number(w.toFixed(5))).join(', ')}]`
	);
	write(
		name,
		constant,
		`import type { TrainedModel } from './layout.ts';\n`,
		`: TrainedModel = {\n\tdense: [\n\t\t${dense.join(',\n\t\t')}\n\t],\n\tsteps: [${steps.map((s) => Number(s.toPrecision(6))).join(', ')}],\n\ttable:\n\t\t'${base64(table)}'\n};\n`
	);
}

function report(): void {
	for (const language of ['en', 'es'] as const) {
		const results = crossValidate(language, language === 'en' ? ['tweets', 'en'] : ['es'], 5);
		const scored = results.map(({ example, prediction }) => ({ example, ...scoreOfPrediction(prediction) }));
		const tweets = scored.filter(({ example }) => example.source === 'tweets');
		const own = scored.filter(({ example }) => example.source === language);
		if (tweets.length > 0)
			console.log(
				`tweets, 5 folds: r = ${pearson(
					tweets.map((t) => t.example.rating),
					tweets.map((t) => t.score)
				).toFixed(4)}`
			);
		console.log(
			`${language} training texts, 5 folds: macro-F1 = ${macroF1(
				own.map((t) => t.example.label),
				own.map((t) => NUMBER_OF_LABEL[t.label])
			).toFixed(4)}`
		);
		const weights = trainLanguage(examplesFor(language));
		const validation = labelledTexts(language, 'val');
		const said = validation.map(
			({ text }) =>
				NUMBER_OF_LABEL[scoreOfPrediction(predictRow(weights, toRow(measuresOf(text, language)))).label]
		);
		console.log(
			`${language} validation: macro-F1 = ${macroF1(
				validation.map((v) => v.label),
				said
			).toFixed(4)}`
		);
	}
}

if (!referencePresent()) {
	console.error(
		'train-sentiment: the public sets (../shared/reference/sentiment) are absent; nothing was trained.'
	);
	process.exitCode = 1;
} else if (process.argv.includes('--check')) report();
else {
	const { bits, step, table } = trainSpelling();
	write(
		'spelling',
		'SPELLING_BITS',
		'',
		` = ${bits};\nexport const SPELLING_SCALE = ${Number(step.toPrecision(6))};\nexport const SPELLING_WEIGHTS =\n\t'${base64(table)}';\n`
	);
	writeLanguage('english', 'ENGLISH_MODEL', trainLanguage(examplesFor('en')));
	writeLanguage('spanish', 'SPANISH_MODEL', trainLanguage(examplesFor('es')));
}
