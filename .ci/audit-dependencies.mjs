// Reads the licence of every package that is installed against a list, and asks the registry for known faults. An unknown or
// unwelcome licence fails. Faults rated high or critical in what runs in production are named: they become known on any day, and
// what has nothing to do with them still lands.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What may be used, changed and shipped without obligations beyond a notice. MPL covers its own files only. */
const WELCOME = new Set(
	'MIT ISC Apache-2.0 BSD-2-Clause BSD-3-Clause 0BSD BlueOak-1.0.0 PSF-2.0 CC0-1.0 CC-BY-3.0 CC-BY-4.0 Python-2.0 Unlicense MIT-0 MPL-2.0 OFL-1.1 Zlib WTFPL Unicode-3.0'.split(
		' '
	)
);
/** Some tell theirs in a file only. @param {string} folder @returns {string} */
function licenceFile(folder) {
	const name = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
	const text = name ? readFileSync(join(folder, name), 'utf8') : '';
	return /^\s*(The )?MIT License/i.test(text) ? 'MIT' : 'none told';
}

/** Whether an SPDX expression can be met: one side of an OR, both of an AND. @param {string} text @returns {boolean} */
export function isWelcome(text) {
	const plain = text.replace(/[()]/g, ' ').trim();
	if (/ OR /i.test(plain)) return plain.split(/ OR /i).some(isWelcome);
	if (/ AND /i.test(plain)) return plain.split(/ AND /i).every(isWelcome);
	return WELCOME.has(plain);
}

/** Every package of a folder of packages, with its licence. @param {string} folder @returns {{name: string, licence: string}[]} */
export function licencesIn(folder) {
	/** @type {{name: string, licence: string}[]} */
	const found = [];
	for (const entry of existsSync(folder) ? readdirSync(folder) : []) {
		if (entry.startsWith('.')) continue;
		const path = join(folder, entry);
		if (entry.startsWith('@')) {
			found.push(...licencesIn(path).map(({ name, licence }) => ({ name: `${entry}/${name}`, licence })));
			continue;
		}
		const file = join(path, 'package.json');
		if (!existsSync(file)) continue;
		const { license, licenses } = JSON.parse(readFileSync(file, 'utf8'));
		const told =
			license?.type ?? license ?? licenses?.map((/** @type {any} */ one) => one.type ?? one).join(' OR ');
		found.push({ name: entry, licence: String(told ?? licenceFile(path)) });
		found.push(...licencesIn(join(path, 'node_modules')));
	}
	return found;
}

/** What fails, in words. @param {string} folder @returns {{count: number, problems: string[]}} */
export function checkLicences(folder) {
	const all = licencesIn(folder);
	const problems = all
		.filter(({ licence }) => !isWelcome(licence))
		.map(({ name, licence }) => `${name}: licence "${licence}" is not on the list`);
	return { count: all.length, problems };
}

/** @returns {string[]} */
function knownFaults() {
	let text;
	try {
		text = execFileSync('npm', ['audit', '--omit=dev', '--json', '--audit=true'], {
			stdio: ['ignore', 'pipe', 'ignore'],
			timeout: 60_000
		}).toString();
	} catch (error) {
		// It ends with 1 where it found something too.
		text = String(/** @type {{stdout?: Buffer}} */ (error).stdout ?? '');
	}
	try {
		const { vulnerabilities } = JSON.parse(text);
		if (!vulnerabilities) throw new Error('no answer');
		return Object.values(vulnerabilities)
			.filter((/** @type {any} */ one) => ['high', 'critical'].includes(one.severity))
			.map((/** @type {any} */ one) => `${one.name}: a known fault rated ${one.severity}`);
	} catch {
		process.stdout.write('Known faults: the registry cannot be asked from here; not checked.\n');
		return [];
	}
}

if (process.argv[1] === import.meta.filename) {
	const { count, problems } = checkLicences('node_modules');
	process.stdout.write(`${count} packages, ${problems.length} with a licence that is not on the list.\n`);
	for (const one of [...problems, ...knownFaults()]) process.stdout.write(`  ${one}\n`);
	process.exitCode = problems.length > 0 ? 1 : 0;
}
