import { parseArgs } from 'node:util';
import { scoreTurn } from '#solver/sentiment/index.ts';
import { UsageError, type Verb } from '../verb.ts';

const LANGUAGES = ['auto', 'en', 'es'] as const;
type Language = (typeof LANGUAGES)[number];

const sentiment: Verb = {
	summary: 'score the mood of customer turns, one a line, in English and Spanish',
	usage: `marea sentiment [--lang auto|en|es] < LINES
  Reads one turn a line and prints a JSON line for each: {"label", "score", "language"}.
  score is from -1 to 1; negative up to -0.05, positive from 0.05. An empty line is a turn without words.`,
	async run(args, io) {
		const { values, positionals } = parseArgs({
			args,
			options: { lang: { type: 'string', default: 'auto' }, json: { type: 'boolean' } },
			allowPositionals: true
		});
		if (positionals.length > 0)
			throw new UsageError(`"${positionals[0]}" is not an argument: turns are read from standard input.`);
		const language = LANGUAGES.find((known) => known === values.lang) as Language | undefined;
		if (!language) throw new UsageError(`--lang "${values.lang}" must be one of ${LANGUAGES.join(', ')}.`);
		const lines = (await io.stdin()).split(/\r?\n/);
		if (lines.at(-1) === '') lines.pop();
		const results = lines.map((line) => {
			const { label, score, language: found } = scoreTurn(line, { language });
			return JSON.stringify({ label, score: Math.round(score * 10_000) / 10_000, language: found });
		});
		if (results.length > 0) io.out(results.join('\n'));
		return 0;
	}
};

export default sentiment;
