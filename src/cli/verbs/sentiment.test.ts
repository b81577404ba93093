import { describe, expect, it } from 'vitest';
import { UsageError, type Io } from '../verb.ts';
import sentiment from './sentiment.ts';

async function run(args: string[], input: string) {
	const lines: string[] = [];
	const io: Io = { out: (text) => lines.push(...text.split('\n')), err: () => {}, stdin: async () => input };
	const code = await sentiment.run(args, io);
	return { code, answers: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('marea sentiment', () => {
	it('answers a JSON line for each line, the empty ones too', async () => {
		const { code, answers } = await run([], 'nadie me ayuda\r\n\nthanks, that was great\n');
		expect(code).toBe(0);
		expect(answers.map(({ label, language }) => [label, language])).toEqual([
			['negative', 'es'],
			['neutral', 'unknown'],
			['positive', 'en']
		]);
		expect(Object.keys(answers[0]!)).toEqual(['label', 'score', 'language']);
	});

	it('prints nothing for no input', async () => expect((await run([], '')).answers).toEqual([]));

	it('takes a language by --lang and refuses others', async () => {
		expect((await run(['--lang', 'es'], 'fatal')).answers[0]).toMatchObject({ language: 'es' });
		await expect(run(['--lang', 'fr'], 'x')).rejects.toThrow(UsageError);
		await expect(run(['file.txt'], '')).rejects.toThrow('standard input');
	});
});
