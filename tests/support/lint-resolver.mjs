import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const ALIASES = [
	['#lib/', 'src/lib/'],
	['#solver/', 'solver/']
];

/** Resolves our own modules (relative, #lib, #solver) so that the import rules see cycles; packages are left alone. */
export default {
	interfaceVersion: 3,
	name: 'marea',
	resolve(source, file) {
		let target;
		if (source.startsWith('.')) target = resolve(dirname(file), source);
		if (source === '#solver') target = resolve(root, 'solver/index.ts');
		for (const [from, to] of ALIASES)
			if (source.startsWith(from)) target = resolve(root, to + source.slice(from.length));
		if (!target) return { found: false };
		return existsSync(target) && statSync(target).isFile() ? { found: true, path: target } : { found: false };
	}
};
