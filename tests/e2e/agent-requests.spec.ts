import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const PHONE = { width: 390, height: 844 };
const DAY_MS = 86_400_000;

/** The demo asks for its leave and swaps in the background, once its rosters are published. */
async function openWhenThere(page: Page, path: string, text: RegExp): Promise<void> {
	await expect
		.poll(
			async () => {
				await page.goto(path);
				return page.getByText(text).count();
			},
			{ timeout: 180_000, intervals: [2_000] }
		)
		.toBeGreaterThan(0);
}

test('an agent asks for leave on a phone, a planner sees what it does to cover and approves, the agent sees it', async ({
	page,
	browser,
	signIn,
	demo
}) => {
	test.setTimeout(300_000);
	await page.setViewportSize(PHONE);
	await signIn('agent');
	await openWhenThere(page, '/me/requests', /Approved/);
	const date = new Date(Date.now() + 80 * DAY_MS).toISOString().slice(0, 10);
	await page.getByRole('button', { name: 'Ask for leave' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('First day').fill(date);
	await expect(dialog.getByText(/It fits: a planner decides/)).toBeVisible();
	await dialog.getByLabel(/Note for the planner/).fill('My sister’s wedding');
	await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
	await expect(page.getByText('Asked for. You will be told')).toBeVisible();
	await expect(page.getByText('Waiting for a planner').first()).toBeVisible();
	// Nothing is wider than the phone.
	expect(
		await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
	).toBeLessThanOrEqual(0);

	const context = await browser.newContext({ baseURL: demo.url });
	const planner = await context.newPage();
	await signIn('planner', planner);
	await planner.goto('/plan/requests');
	const inbox = planner.getByRole('table', { name: 'Leave asked for' });
	await inbox
		.getByRole('row')
		.filter({ hasText: /Lucía Fernández/ })
		.first()
		.click();
	const decision = planner.getByRole('dialog');
	await expect(decision.getByText('My sister’s wedding')).toBeVisible();
	await expect(decision.getByRole('heading', { name: 'What it does to cover' })).toBeVisible();
	await expect(planner).toHaveURL(/open=/);
	await decision.getByRole('button', { name: 'Approve' }).click();
	await expect(planner.getByText(/Leave of Lucía Fernández approved/)).toBeVisible();
	await context.close();

	await page.reload();
	await expect(page.getByRole('listitem').filter({ hasText: 'Approved' }).first()).toBeVisible();
	await page.getByRole('button', { name: 'Take back' }).first().click();
	await expect(page.getByText('Leave taken back; your balance has it again.')).toBeVisible();
});

// Of the demo's own published week: among the first by its name, before others publish rosters over it.
test('a swap goes from the offer to both schedules: accepted on a phone, approved by a planner', async ({
	page,
	browser,
	signIn,
	demo
}) => {
	test.setTimeout(300_000);
	await page.setViewportSize(PHONE);
	await signIn('agent');
	await openWhenThere(page, '/me/requests?tab=swaps', /gives this shift for one of yours/);
	await page.getByRole('button', { name: 'Swap', exact: true }).click();
	await expect(page.getByText('Accepted. A planner decides.')).toBeVisible();

	const context = await browser.newContext({ baseURL: demo.url });
	const planner = await context.newPage();
	await signIn('planner', planner);
	await planner.goto('/plan/requests?tab=swaps');
	await planner
		.getByRole('table', { name: 'Shifts offered' })
		.getByRole('row')
		.filter({ hasText: 'Lucía Fernández' })
		.filter({ hasText: 'To decide' })
		.first()
		.click();
	const decision = planner.getByRole('dialog');
	await expect(decision.getByText('Every rule is kept by both.')).toBeVisible();
	await decision.getByRole('button', { name: 'Approve' }).click();
	await expect(planner.getByText('Carried out: both schedules have changed.')).toBeVisible();
	await context.close();

	await page.reload();
	await expect(page.getByText(/Taken from/)).toBeVisible();
});
