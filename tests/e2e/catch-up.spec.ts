import type { Page } from '@playwright/test';
import { makeKey } from '../support/run-marea.ts';
import type { RunningServer } from '../support/start-server.ts';
import { tcpProxy } from '../support/tcp-proxy.ts';
import { expect, test } from './fixtures.ts';

/** Longer than what passes for a hiccup: then the page says what it missed. */
const AWAY_MS = 7_000;

/** Two contacts into a queue of their own. */
async function queueTwo({ url, db }: RunningServer, queue: string): Promise<void> {
	const response = await fetch(`${url}/api/v1/events`, {
		method: 'POST',
		headers: {
			authorization: `Bearer ${await makeKey(db, 'ingest')}`,
			'content-type': 'application/cloudevents-batch+json'
		},
		body: JSON.stringify(
			[1, 2].map((n) => ({
				specversion: '1.0',
				id: `${queue} ${n}`,
				source: 'catch-up-spec',
				type: 'marea.contact.queued',
				time: new Date().toISOString(),
				data: { contact: `${queue} ${n}`, queue, channel: 'chat' }
			}))
		)
	});
	expect(response.status).toBe(202);
}

const keepMark = (page: Page) =>
	page.evaluate(() => ((window as unknown as { isKept: boolean }).isKept = true));
/** Whether the page is the one that was marked: nothing has reloaded it. */
const isKept = (page: Page) =>
	page.evaluate(() => (window as unknown as { isKept?: boolean }).isKept === true);
/** While the line is down the browser says so for each try. */
const withoutNetwork = (problems: string[]) =>
	problems.filter((problem) => !/ERR_|WebSocket|Failed to load resource|Failed to fetch/.test(problem));

test('a page whose line is cut says so, and catches up without a reload', async ({
	page,
	demo,
	problems
}) => {
	test.slow();
	const proxy = await tcpProxy(demo.port);
	try {
		await page.goto(`${proxy.url}/sign-in`);
		await page.locator('input[type=email]').fill('supervisor@demo.marea');
		await page.locator('input[type=password]').fill('marea-demo');
		await page.locator('input[type=password]').press('Enter');
		await page.waitForURL((url) => url.pathname === '/');
		await expect(page.getByText('Live', { exact: true })).toBeVisible();
		await keepMark(page);

		proxy.drop();
		await expect(page.getByText(/the numbers are as of/).first()).toBeVisible();
		await queueTwo(demo, 'Cut line');
		await page.waitForTimeout(AWAY_MS);
		await expect(page.getByText('Cut line')).toHaveCount(0);
		proxy.resume();
		const row = page.getByRole('row').filter({ hasText: 'Cut line' });
		await expect(row.getByText('2', { exact: true }).first()).toBeVisible({ timeout: 45_000 });
		await expect(page.getByText(/^Connected again after/).first()).toBeVisible();
		await expect(page.getByText(/the numbers are as of/)).toHaveCount(0);
		expect(await isKept(page)).toBe(true);
	} finally {
		proxy.close();
	}
	expect(withoutNetwork(problems)).toEqual([]);
	problems.length = 0;
});

test('a tab that slept shows what has happened when it wakes, without a reload', async ({
	page,
	context,
	demo,
	signIn,
	problems
}) => {
	test.slow();
	await signIn('supervisor');
	await page.goto('/');
	await expect(page.getByText('Live', { exact: true })).toBeVisible();
	await keepMark(page);

	const session = await context.newCDPSession(page);
	await session.send('Page.setWebLifecycleState', { state: 'frozen' });
	await queueTwo(demo, 'Sleeping tab');
	await new Promise((done) => setTimeout(done, AWAY_MS));
	await session.send('Page.setWebLifecycleState', { state: 'active' });
	const row = page.getByRole('row').filter({ hasText: 'Sleeping tab' });
	await expect(row.getByText('2', { exact: true }).first()).toBeVisible({ timeout: 45_000 });
	await expect(page.getByText('Live', { exact: true })).toBeVisible();
	expect(await isKept(page)).toBe(true);
	expect(withoutNetwork(problems)).toEqual([]);
	problems.length = 0;
});
