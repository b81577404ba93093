import { test as base, expect, type Page, type Response } from '@playwright/test';
import { startServer, type RunningServer } from '../support/start-server.ts';

export type DemoRole = 'supervisor' | 'planner' | 'agent' | 'admin';

interface WorkerFixtures {
	/** A production server with the demo centre, shared by the files of a worker. */
	demo: RunningServer;
}
interface TestFixtures {
	/** Console errors and failed page scripts since the test began; none is expected. */
	problems: string[];
	signIn: (role: DemoRole, page?: Page) => Promise<void>;
	/** What the server and all pages said during a test that failed is kept with it. */
	logs: void;
}

/** What one page opens, and opens again while its server restarts, stays far below. */
const MOST_SOCKETS = 150;

const awaited = new WeakSet<Page>();
/** Errors of every page of the test under way. */
const pageErrors: string[] = [];

/** On a busy machine a page is there before its code is: a click in between would be lost. */
function awaitCode(page: Page): void {
	if (awaited.has(page)) return;
	awaited.add(page);
	page.on('console', (message) => message.type() === 'error' && pageErrors.push(message.text()));
	page.on('pageerror', (error) => pageErrors.push(error.stack ?? error.message));
	page.on('requestfailed', (request) => pageErrors.push(`${request.url()}: ${request.failure()?.errorText}`));
	const awake = async (response: Response | null) => {
		if (response?.ok() && response.headers()['content-type']?.startsWith('text/html'))
			await page.locator('html[data-live]').waitFor({ state: 'attached', timeout: 15_000 });
		return response;
	};
	const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
	page.goto = async (...args) => awake(await goto(...args));
	page.reload = async (...args) => awake(await reload(...args));
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
	demo: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the pattern to know what a fixture needs
		async ({}, use) => {
			const server = await startServer({ demo: true });
			await use(server);
			await server.stop();
			server.remove();
		},
		{ scope: 'worker', timeout: 120_000 }
	],
	baseURL: async ({ demo }, use) => use(demo.url),
	page: async ({ page }, use) => {
		awaitCode(page);
		await use(page);
	},
	logs: [
		async ({ demo }, use, testInfo) => {
			const before = demo.log().length;
			pageErrors.length = 0;
			await use();
			if (testInfo.status === testInfo.expectedStatus) return;
			const body = [...pageErrors, demo.log().slice(before)].join('\n');
			await testInfo.attach('logs', { body, contentType: 'text/plain' });
		},
		{ auto: true }
	],
	problems: [
		async ({ page }, use) => {
			const problems: string[] = [];
			page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
			page.on('pageerror', (error) => problems.push(error.message));
			// A page that opens its sockets anew again and again looks calm and wears the server out.
			let sockets = 0;
			page.on('framenavigated', (frame) => frame === page.mainFrame() && (sockets = 0));
			page.on(
				'websocket',
				() => ++sockets === MOST_SOCKETS && problems.push(`${sockets} sockets of one page`)
			);
			await use(problems);
			expect(problems, 'console errors').toEqual([]);
		},
		{ auto: true }
	],
	signIn: async ({ page: own, demo }, use) => {
		await use(async (role, page = own) => {
			awaitCode(page);
			await page.goto(`${demo.url}/sign-in`);
			await page.locator('input[type=email]').fill(`${role}@demo.marea`);
			await page.locator('input[type=password]').fill('marea-demo');
			await page.locator('input[type=password]').press('Enter');
			await page.waitForURL((url) => url.pathname !== '/sign-in');
			// Client code is attached once Kit has started.
			await page.waitForLoadState('networkidle').catch(() => undefined);
		});
	}
});

export { expect };
