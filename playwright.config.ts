import { defineConfig } from '@playwright/test';

const executablePath = process.env.MAREA_CHROMIUM || undefined;

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results/browser/artifacts',
	// One server and one database a file: files may run beside each other, tests in a file build on each other.
	fullyParallel: false,
	workers: 2,
	// A shared machine may stall for seconds. What holds only at the second try is named in the log as flaky.
	retries: process.env.CI ? 1 : 0,
	timeout: 90_000,
	expect: { timeout: 15_000 },
	reporter: [['list'], ['json', { outputFile: 'test-results/browser/report.json' }]],
	use: {
		headless: true,
		viewport: { width: 1440, height: 900 },
		// Recording each step of each test costs as much as the tests do.
		trace: process.env.CI ? 'on-first-retry' : 'retain-on-failure',
		video: 'off',
		launchOptions: {
			executablePath,
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync'
			]
		}
	}
});
