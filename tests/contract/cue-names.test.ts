import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CUE_KINDS } from '#solver/conversations/index.ts';
import { CUE_NAMES } from '#lib/contracts/cues.ts';
import { cueName, cueNoun } from '#lib/format/cue-name.ts';

it('names every kind of cue that the solver finds, each by words of its own, in both languages', () => {
	expect([...CUE_NAMES].sort()).toEqual([...CUE_KINDS].sort());
	for (const locale of ['en', 'es'] as const)
		for (const form of [cueName, cueNoun]) {
			const names = CUE_KINDS.map((kind) => form(kind, locale));
			expect(new Set(names).size).toBe(CUE_KINDS.length);
			// Words, not the kinds' identifiers.
			expect(names.filter((name) => name === '' || name.includes('-'))).toEqual([]);
		}
	expect(cueNoun('a-kind-of-later')).toBe('a-kind-of-later');
});

it('is the only file that reads the messages of cues', () => {
	const source = join(import.meta.dirname, '../../src');
	const others = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
		(path) =>
			/\.(?:ts|svelte)$/.test(path) &&
			!/paraglide|cue-name/.test(path) &&
			/\bm\.(?:[a-z]+_)?cue_(?:anger|worry|legal|churn|vulnerability|repeated|asks|person)/.test(
				readFileSync(join(source, path), 'utf8')
			)
	);
	expect(others).toEqual([]);
});
