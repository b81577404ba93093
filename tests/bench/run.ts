import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, root } from '../../src/setup/toolchain.mjs';

/** `npm run bench -- NAME`: runs the default export of ./NAME.ts, which returns whether its figures hold. */
const names = readdirSync(import.meta.dirname)
	.filter((file) => file.endsWith('.ts') && file !== 'run.ts')
	.map((file) => file.slice(0, -'.ts'.length));

const [name, ...args] = process.argv.slice(2);
if (!name || !names.includes(name)) {
	console.error(
		`${name ? `There is no benchmark "${name}".` : 'npm run bench -- NAME.'} Names: ${names.join(', ')}.`
	);
	process.exitCode = 2;
} else {
	// Much of the product has words in it, which a fresh clone has not compiled.
	if (!existsSync(join(root, 'src/lib/paraglide/runtime.js'))) await ensureBuilt();
	const { default: bench } = (await import(`./${name}.ts`)) as {
		default: (args: string[]) => Promise<boolean | void>;
	};
	if ((await bench(args)) === false) process.exitCode = 1;
}
