import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { ensureBuilt, ensureInstalled, root, run, say } from './toolchain.mjs';

const bin = (/** @type {string} */ name) => join(root, 'node_modules/.bin', name);
const results = join(root, 'test-results');
let passed = 0;
let failed = 0;

/** One check that either holds or does not. @param {string} name @param {string} command @param {string[]} args */
async function check(name, command, args) {
	say(`${name} …`);
	if ((await run(command, args)) === 0) passed++;
	else {
		failed++;
		say(`${name} FAILED`);
	}
}

/** @param {string} file @returns {any} */
const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);

async function unit() {
	say('unit and integration tests …');
	const report = join(results, 'unit.json');
	const code = await run(bin('vitest'), [
		'run',
		'--reporter=dot',
		'--reporter=json',
		`--outputFile.json=${report}`
	]);
	const counts = read(report);
	if (!counts) return void failed++;
	passed += counts.numPassedTests;
	failed += counts.numFailedTests;
	// A file that could not even be loaded counts no test.
	if (code !== 0 && counts.numFailedTests === 0) failed++;
}

async function browser() {
	say('browser tests …');
	const executable = await ensureBrowser();
	const code = await run(bin('playwright'), ['test'], { env: { MAREA_CHROMIUM: executable } });
	const counts = read(join(results, 'browser', 'report.json'))?.stats;
	if (!counts) return void failed++;
	passed += counts.expected + counts.flaky;
	failed += counts.unexpected;
	if (counts.flaky > 0) say(`${counts.flaky} browser test(s) held only at the second try: see "flaky" above`);
	if (code !== 0 && counts.unexpected === 0) failed++;
}

// Colours and progress marks are for terminals; a log is read as text.
if (!process.stdout.isTTY) process.env.NO_COLOR = '1';

await ensureInstalled();
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
await ensureBuilt();
await check('types', bin('svelte-kit'), ['sync']);
await check('types', bin('svelte-check'), ['--tsconfig', './tsconfig.json', '--fail-on-warnings']);
await check('lint', bin('eslint'), ['.']);
await check('formatting', bin('prettier'), ['--check', '--log-level', 'warn', '.']);
await check('import walls', bin('depcruise'), [
	'--config',
	'.dependency-cruiser.mjs',
	'src',
	'solver',
	'--output-type',
	'err'
]);
await unit();
await browser();
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
