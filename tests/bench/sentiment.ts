/**
 * `npm run bench -- sentiment [--libraries FOLDER] [--folds N]`: agreement of the sentiment score with people, beside
 * other libraries, and its speed. The libraries are taken from FOLDER/node_modules, or from the registry into a folder
 * that is removed again; the project does not depend on them.
 */
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { scoreTurn } from '#solver/sentiment/index.ts';
import { scoreOfPrediction } from '#solver/sentiment/score-of-prediction.ts';
import { macroF1, pearson } from '../support/sentiment/agreement.ts';
import { crossValidate } from '../support/sentiment/cross-validate.ts';
import { installLibraries, OTHER_LIBRARIES, requireFrom } from '../support/sentiment/other-libraries.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { labelledTexts, ratedTweets, referencePresent } from '../support/sentiment/reference-texts.ts';

const GOALS = { r: 0.9, en: 0.62, es: 0.6, turnsPerSecond: 10_000 };
const NUMBER_OF_LABEL = { negative: -1, neutral: 0, positive: 1 };

const row = (name: string, figures: (number | undefined)[]) =>
	console.log(
		name.padEnd(44) + figures.map((f) => (f === undefined ? '–' : f.toFixed(3)).padStart(10)).join('')
	);

async function compareOthers(folder: string | undefined): Promise<void> {
	const require = requireFrom(folder);
	const tweets = ratedTweets();
	for (const library of OTHER_LIBRARIES) {
		let score: ReturnType<typeof library.open>;
		try {
			score = library.open(require);
		} catch {
			console.log(`${library.name.padEnd(44)}     absent (the registry was not reached)`);
			continue;
		}
		const f1: Record<string, number | undefined> = {};
		for (const language of library.languages) {
			const texts = labelledTexts(language, 'val');
			const said: number[] = [];
			for (const { text } of texts) {
				const value = await score(text, language);
				said.push(Math.abs(value) < library.neutralBelow ? 0 : Math.sign(value));
			}
			f1[language] = macroF1(
				texts.map(({ label }) => label),
				said
			);
		}
		const scores: number[] = [];
		for (const { text } of tweets) scores.push((await score(text, 'en')) || 0);
		const ratings = tweets.map(({ rating }) => rating);
		row(library.name, [pearson(ratings, scores), f1.en, f1.es]);
	}
}

/** Turns a second of this thread's time, so that neighbours on the machine don't count. */
function measureSpeed(): { start: number; newTexts: number; again: number } {
	const texts = [...ratedTweets(), ...labelledTexts('en', 'train'), ...labelledTexts('es', 'train')];
	const pass = (part: typeof texts) => {
		const start = process.threadCpuUsage();
		for (const { text } of part) scoreTurn(text);
		const { user, system } = process.threadCpuUsage(start);
		return part.length / ((user + system) / 1e6);
	};
	const [first, others] = [0, 1].map((half) => texts.filter((_, i) => i % 2 === half));
	return { start: pass(first!), newTexts: pass(others!), again: pass(texts) };
}

/** Macro-F1 on texts of the training by models that never saw the text: less noisy than the small validation splits. */
function crossValidatedF1(language: 'en' | 'es', source: 'en' | 'es' | 'service' = language): number {
	const results = crossValidate(language, [source], 5);
	return macroF1(
		results.map(({ example }) => example.label),
		results.map(({ prediction }) => NUMBER_OF_LABEL[scoreOfPrediction(prediction).label])
	);
}

/** As people type in haste: no capitals, no accents, and every fifth longer word with two letters swapped. */
function typedInHaste(text: string, seed: number): string {
	const below = seededRandom(seed);
	const plain = text.toLowerCase().replace(/[áéíóúü]/g, (letter) => letter.normalize('NFD')[0]!);
	return plain.replace(/[a-zñ]{5,}/g, (word) => {
		if (below(5) > 0) return word;
		const at = 1 + below(word.length - 3);
		return word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2);
	});
}

export default async function bench(args: string[]): Promise<boolean> {
	const { values } = parseArgs({
		args,
		options: { libraries: { type: 'string' }, folds: { type: 'string', default: '10' } }
	});
	if (!referencePresent()) {
		console.log(
			'sentiment: the public sets (../shared/reference/sentiment) are absent; nothing was measured.'
		);
		return true;
	}
	const speed = measureSpeed();
	const shipped = (
		language: 'en' | 'es',
		option: 'auto' | 'en' | 'es',
		change: (text: string, i: number) => string = (text) => text
	) => {
		const texts = labelledTexts(language, 'val');
		return macroF1(
			texts.map(({ label }) => label),
			texts.map(({ text }, i) => NUMBER_OF_LABEL[scoreTurn(change(text, i), { language: option }).label])
		);
	};
	const folds = Number(values.folds);
	const tweets = crossValidate('en', ['tweets'], folds);
	const r = pearson(
		tweets.map(({ example }) => example.rating),
		tweets.map(({ prediction }) => scoreOfPrediction(prediction).score)
	);
	console.log(`${''.padEnd(44)}  tweets r   F1 en     F1 es   (F1: validation splits)`);
	row(`marea (r: ${folds} folds; language told by itself)`, [
		r,
		shipped('en', 'auto'),
		shipped('es', 'auto')
	]);
	row('marea (language given)', [undefined, shipped('en', 'en'), shipped('es', 'es')]);
	row('marea (training texts, 5 folds)', [undefined, crossValidatedF1('en'), crossValidatedF1('es')]);
	row('marea (service turns, 5 folds)', [
		undefined,
		crossValidatedF1('en', 'service'),
		crossValidatedF1('es', 'service')
	]);
	row('marea (validation, typed in haste)', [
		undefined,
		shipped('en', 'auto', typedInHaste),
		shipped('es', 'auto', typedInHaste)
	]);
	const installed = values.libraries ? null : installLibraries();
	await compareOthers(values.libraries ?? installed ?? undefined);
	if (installed) rmSync(installed, { recursive: true, force: true });
	console.log(
		`speed: ${Math.round(speed.start)} turns/s from a cold start, ${Math.round(speed.newTexts)} turns/s on texts not met before, ${Math.round(speed.again)} turns/s on texts met`
	);
	const holds =
		r >= GOALS.r &&
		shipped('en', 'auto') >= GOALS.en &&
		shipped('es', 'auto') >= GOALS.es &&
		speed.newTexts >= GOALS.turnsPerSecond;
	console.log(
		`goals r ≥ ${GOALS.r}, F1 ≥ ${GOALS.en} (en) and ${GOALS.es} (es), ≥ ${GOALS.turnsPerSecond} turns/s: ${holds ? 'hold' : 'NOT MET'}`
	);
	return holds;
}
