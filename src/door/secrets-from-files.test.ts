import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { secretsFromFiles } from './secrets-from-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'marea-secrets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string): string => {
	writeFileSync(join(folder, name), text);
	return join(folder, name);
};

it('secretsFromFiles() reads a secret from its file and leaves the rest alone', () => {
	const env: Record<string, string | undefined> = {
		MAREA_SECRET_FILE: file('secret', 'abc def\n'),
		OTHER_FILE: '/nowhere',
		MAREA_DEMO: '0'
	};
	secretsFromFiles(env);
	expect(env).toMatchObject({ MAREA_SECRET: 'abc def', MAREA_DEMO: '0' });
	expect(env).not.toHaveProperty('OTHER');
});

it('secretsFromFiles() refuses two sources, a missing and an empty file, and never names what is inside', () => {
	const path = file('two', 'hidden');
	expect(() => secretsFromFiles({ MAREA_SECRET: 'x', MAREA_SECRET_FILE: path })).toThrow('both set');
	expect(() => secretsFromFiles({ MAREA_SECRET_FILE: join(folder, 'none') })).toThrow('ENOENT');
	expect(() => secretsFromFiles({ MAREA_SECRET_FILE: file('empty', '\n') })).toThrow('empty');
});
