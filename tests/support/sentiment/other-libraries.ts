import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Language = 'en' | 'es';

/** A sentiment library from the registry, if it is installed: a score whose sign (beyond the limit) is the label. */
export interface OtherLibrary {
	name: string;
	languages: Language[];
	/** |score| below this is neutral. */
	neutralBelow: number;
	/** Opens it; throws when it is not installed. */
	open: (require: NodeJS.Require) => (text: string, language: Language) => number | Promise<number>;
}

/* eslint-disable @typescript-eslint/no-explicit-any -- the libraries bring no types of their own here. */
export const OTHER_LIBRARIES: OtherLibrary[] = [
	{
		name: 'vader-sentiment',
		languages: ['en', 'es'],
		neutralBelow: 0.05,
		open: (require) => {
			const { SentimentIntensityAnalyzer: analyser } = require('vader-sentiment') as any;
			return (text) => analyser.polarity_scores(text).compound as number;
		}
	},
	{
		name: 'sentiment',
		languages: ['en'],
		neutralBelow: Number.MIN_VALUE,
		open: (require) => {
			const analyser = new (require('sentiment') as any)();
			return (text) => analyser.analyze(text).score as number;
		}
	},
	{
		name: 'wink-sentiment',
		languages: ['en'],
		neutralBelow: Number.MIN_VALUE,
		open: (require) => {
			const analyse = require('wink-sentiment') as any;
			return (text) => analyse(text).normalizedScore as number;
		}
	},
	{
		name: 'natural',
		languages: ['en', 'es'],
		neutralBelow: Number.MIN_VALUE,
		open: (require) => {
			const { SentimentAnalyzer, PorterStemmer, PorterStemmerEs, WordTokenizer } = require('natural') as any;
			const analysers: Record<Language, any> = {
				en: new SentimentAnalyzer('English', PorterStemmer, 'afinn'),
				es: new SentimentAnalyzer('Spanish', PorterStemmerEs, 'afinn')
			};
			const tokenizer = new WordTokenizer();
			return (text, language) => {
				const words = language === 'en' ? tokenizer.tokenize(text) : (text.match(/[\p{L}\p{N}]+/gu) ?? []);
				return words.length === 0 ? 0 : (analysers[language].getSentiment(words) as number);
			};
		}
	},
	{
		name: '@nlpjs/sentiment',
		languages: ['en', 'es'],
		neutralBelow: Number.MIN_VALUE,
		open: (require) => {
			const { Container } = require('@nlpjs/core') as any;
			const { SentimentAnalyzer } = require('@nlpjs/sentiment') as any;
			const container = new Container();
			container.use((require('@nlpjs/lang-en') as any).LangEn);
			container.use((require('@nlpjs/lang-es') as any).LangEs);
			const analyser = new SentimentAnalyzer({ container });
			return async (text, language) => {
				const answer = await analyser.process({ utterance: text, locale: language });
				return answer.sentiment.score as number;
			};
		}
	}
];
/* eslint-enable @typescript-eslint/no-explicit-any */

const PACKAGES = [
	'vader-sentiment',
	'sentiment',
	'wink-sentiment',
	'natural',
	'@nlpjs/core',
	'@nlpjs/sentiment',
	'@nlpjs/lang-en',
	'@nlpjs/lang-es'
];

/** Installs the libraries into a folder of their own; null when the registry is not reached. */
export function installLibraries(): string | null {
	const folder = mkdtempSync(join(tmpdir(), 'marea-sentiment-libraries-'));
	writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
	try {
		execFileSync(
			'npm',
			['install', '--ignore-scripts', '--no-audit', '--no-fund', '--fetch-retries=1', ...PACKAGES],
			{
				cwd: folder,
				stdio: 'ignore',
				timeout: 180_000
			}
		);
		return folder;
	} catch {
		rmSync(folder, { recursive: true, force: true });
		return null;
	}
}

/** Looks for the libraries in a folder's node_modules. */
export const requireFrom = (folder: string | undefined): NodeJS.Require =>
	createRequire(folder ? join(folder, 'package.json') : import.meta.url);
