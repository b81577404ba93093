import { expect, test } from './fixtures.ts';
import { firstAdmin } from '../support/first-admin.ts';
import { startServer } from '../support/start-server.ts';

test('the demo accounts are offered, and one click signs in', async ({ page }) => {
	await page.goto('/sign-in');
	await expect(page.getByText('supervisor@demo.marea')).toBeVisible();
	await expect(page.getByText('marea-demo').first()).toBeVisible();
});

test('an agent sees their own schedule and no floor, planning or settings', async ({
	page,
	signIn,
	problems
}) => {
	await signIn('agent');
	await page.goto('/me');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Roster', exact: true })).toHaveCount(0);
	for (const path of ['/agents', '/plan/roster', '/settings/users'])
		expect((await page.goto(path))?.status(), path).toBe(403);
	// The browser reports each refused page; nothing else may be wrong.
	expect(problems.filter((problem) => !problem.includes('403'))).toEqual([]);
	problems.length = 0;
});

test('signing out ends the session', async ({ page, signIn }) => {
	await signIn('planner');
	await page.goto('/plan/forecast');
	await page.evaluate(() => fetch('/sign-out', { method: 'POST' }));
	await page.goto('/plan/forecast');
	await expect(page).toHaveURL(/\/sign-in\?next=%2Fplan%2Fforecast/);
});

test.describe('a new centre', () => {
	test('the first page makes the first admin, who lands in the product', async ({ page }) => {
		const server = await startServer({ demo: false });
		await page.goto(`${server.url}/`);
		await expect(page).toHaveURL(/\/welcome/);
		await firstAdmin(page, server.url, 'Europe/Madrid');
		await expect(page.getByText('Centro Norte').first()).toBeVisible();
		await expect(page.getByText('Demo data')).toHaveCount(0);
		await page.goto(`${server.url}/welcome`);
		await expect(page).not.toHaveURL(/welcome/);
		// A page left open would report the server as gone.
		await page.goto('about:blank');
		await server.stop();
		server.remove();
	});
});
