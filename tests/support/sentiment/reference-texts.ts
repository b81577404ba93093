import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The public sets stand beside the repository (or where MAREA_REFERENCE says) and are never copied into it. */
const FOLDER = join(
	process.env.MAREA_REFERENCE ?? join(import.meta.dirname, '../../../../shared/reference'),
	'sentiment'
);

export interface RatedText {
	text: string;
	/** Mean human rating −4…4. */
	rating: number;
}

export interface LabelledText {
	text: string;
	label: -1 | 0 | 1;
}

const lines = (file: string) => readFileSync(join(FOLDER, file), 'utf8').replace(/\n$/, '').split('\n');

export const referencePresent = (): boolean => existsSync(join(FOLDER, 'vader/tweets_GroundTruth.txt'));

export const ratedTweets = (): RatedText[] =>
	lines('vader/tweets_GroundTruth.txt').map((line) => {
		const [, rating, ...text] = line.split('\t');
		return { text: text.join('\t'), rating: Number(rating) };
	});

export function labelledTexts(language: 'en' | 'es', split: 'train' | 'val'): LabelledText[] {
	const name = `xlm-t-${language === 'en' ? 'english' : 'spanish'}/${split}`;
	const labels = lines(`${name}_labels.txt`);
	return lines(`${name}_text.txt`).map((text, i) => ({ text, label: (Number(labels[i]) - 1) as -1 | 0 | 1 }));
}
