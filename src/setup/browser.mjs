import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, root, run, say } from './toolchain.mjs';

/** The one without windows first: it draws the same pages at four fifths of the cost. */
const KNOWN = [
	'/usr/bin/chromium-headless-shell',
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome'
];
/** Debian's packages; its older releases have the second only. */
const PACKAGES = ['chromium-headless-shell', 'chromium'];

/** Whether apt may be used: Debian, and root. */
const mayInstall = () =>
	process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');

/**
 * The browser for the tests: one that is there, else Debian's package, else Playwright's own download.
 * @returns {Promise<string>} path of the executable; empty for Playwright's own
 */
export async function ensureBrowser() {
	const wanted = process.env.MAREA_CHROMIUM;
	if (wanted)
		return existsSync(wanted) ? wanted : fail(`MAREA_CHROMIUM is ${wanted}, and there is no such file.`);
	const present = KNOWN.find(existsSync);
	if (present) return present;
	if (mayInstall()) {
		say("no Chromium here: installing Debian's package …");
		spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'] });
		for (const name of PACKAGES) {
			await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
				env: { DEBIAN_FRONTEND: 'noninteractive' },
				stdio: ['ignore', 'ignore', 'inherit']
			});
			const installed = KNOWN.find(existsSync);
			if (installed) return installed;
		}
		say("Debian's package did not bring Chromium.");
	}
	say("downloading Playwright's own Chromium …");
	const code = await run(join(root, 'node_modules/.bin/playwright'), [
		'install',
		'chromium-headless-shell',
		'chromium'
	]);
	if (code !== 0)
		fail('there is no browser for the browser tests: install Chromium, or set MAREA_CHROMIUM to one.');
	return '';
}
