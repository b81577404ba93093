import { expect, test } from './fixtures.ts';

test('a kiosk link is made, opens the wallboard without an account and nothing else, and goes dark when it is revoked', async ({
	page,
	browser,
	demo,
	signIn
}) => {
	test.slow();
	await signIn('supervisor');
	await page.goto('/settings/kiosks');
	const name = `Hall ${Date.now()}`;
	await page.getByRole('textbox', { name: 'Name' }).fill(name);
	await page.getByRole('combobox', { name: 'Language' }).selectOption('es');
	await page.getByRole('checkbox', { name: 'Billing ES' }).check();
	await page.getByRole('checkbox', { name: 'Faults ES' }).check();
	await page.getByRole('button', { name: 'Make a link' }).click();
	const link = (await page.locator('code').filter({ hasText: '/wallboard?token=' }).textContent())!;
	await expect(page.getByRole('row').filter({ hasText: name })).toContainText('never');

	const kiosk = await browser.newContext({ baseURL: demo.url, viewport: { width: 1920, height: 1080 } });
	const screen = await kiosk.newPage();
	const faults: string[] = [];
	screen.on('pageerror', (error) => faults.push(error.message));
	await screen.goto(link);
	await expect(screen.locator('html')).toHaveAttribute('lang', 'es');
	await expect(screen.locator('html')).toHaveAttribute('data-theme', 'dark');
	await expect(screen.getByText('En espera', { exact: true }).first()).toBeVisible();
	// The page turns by itself to the two queues, and to no other.
	await expect(screen.getByRole('heading', { name: 'Billing ES' })).toBeVisible({ timeout: 30_000 });
	await expect(screen.getByRole('heading', { level: 2 })).toHaveText(['Billing ES', 'Faults ES']);

	// The link is no account.
	expect((await kiosk.request.get('/api/v1/live')).status()).toBe(401);
	const floor = await kiosk.request.get('/', { maxRedirects: 0 });
	expect([floor.status(), floor.headers().location]).toEqual([303, '/sign-in?next=%2F']);

	await page.reload();
	const row = page.getByRole('row').filter({ hasText: name });
	await expect(row).not.toContainText('never');
	await row.getByRole('link', { name: `Revoke “${name}”` }).click();
	await page.getByRole('button', { name: 'Revoke', exact: true }).click();
	await expect(page.getByText('The link was revoked.')).toBeVisible();
	await expect(screen.getByRole('heading', { name: 'Este enlace ya no vale' })).toBeVisible({
		timeout: 10_000
	});
	await expect(screen.getByText('Billing ES')).toHaveCount(0);
	await screen.reload();
	await expect(screen.getByRole('heading', { name: 'Este enlace ya no vale' })).toBeVisible();
	expect(faults).toEqual([]);
	await kiosk.close();
});
