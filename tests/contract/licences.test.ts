import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkLicences, isWelcome } from '../../.ci/audit-dependencies.mjs';

it('every installed package has a licence from the list', () => {
	const { count, problems } = checkLicences('node_modules');
	expect(count).toBeGreaterThan(200);
	expect(problems).toEqual([]);
});

it('a package with another licence, or none, is named, wherever it lies', () => {
	const folder = mkdtempSync(join(tmpdir(), 'marea-licences-'));
	const add = (path: string, about: object): void => {
		mkdirSync(join(folder, path), { recursive: true });
		writeFileSync(join(folder, path, 'package.json'), JSON.stringify(about));
	};
	add('fine', { license: 'MIT' });
	add('@scope/viral', { license: 'GPL-3.0-only' });
	add('fine/node_modules/silent', {});
	add('old', { licenses: [{ type: 'Apache-2.0' }] });
	expect(checkLicences(folder)).toEqual({
		count: 4,
		problems: [
			'@scope/viral: licence "GPL-3.0-only" is not on the list',
			'silent: licence "none told" is not on the list'
		]
	});
	rmSync(folder, { recursive: true, force: true });
	expect(isWelcome('(MIT OR GPL-2.0)')).toBe(true);
	expect(isWelcome('MIT AND GPL-2.0')).toBe(false);
});
