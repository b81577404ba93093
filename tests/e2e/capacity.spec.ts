import type { Page } from '@playwright/test';
import { seriousIn } from './axe.ts';
import { expect, test } from './fixtures.ts';

// Measuring the centre and asking for a hiring plan are long work on a busy machine.
test.describe.configure({ mode: 'serial', timeout: 180_000 });
test.beforeEach(({ signIn }) => signIn('planner'));

const open = async (page: Page, path = '/plan/capacity') => {
	await page.goto(path);
	await page.waitForLoadState('networkidle');
};
const figure = async (page: Page, name: string): Promise<number> => {
	const text = await page.getByRole('group', { name, exact: true }).locator('.value').textContent();
	return Number(text!.replace(/[^\d.-]/g, ''));
};
const totals = (page: Page, row: string) =>
	page.getByRole('group', { name: 'Totals and differences' }).getByRole('row', { name: row }).first();

test('an empty page makes three scenarios from the centre’s data and sets them side by side', async ({
	page
}) => {
	test.setTimeout(240_000);
	// The demo writes its half year of history while it starts.
	await expect(async () => {
		await open(page);
		await page.getByRole('button', { name: 'Make the first three' }).click();
		await expect(page.getByText('Reading the centre’s history').first()).toBeVisible({ timeout: 5_000 });
	}).toPass({ timeout: 60_000 });
	await expect(page.getByRole('link', { name: 'As it is' }).first()).toBeVisible({ timeout: 180_000 });
	for (const name of ['As it is', 'Growth 10 %', 'Bots contain 10 points more'])
		await expect(
			page.getByRole('figure', { name: `People required and there by month, ${name}` })
		).toBeVisible();
	await expect(totals(page, 'Required FTE, mean').locator('td')).toHaveCount(3);
	await expect(totals(page, 'Required FTE, mean').locator('.change').nth(1)).toContainText('+');
	await expect(totals(page, 'Required FTE, mean').locator('.change').nth(2)).toContainText('-');
	await expect(page.getByRole('group', { name: 'By month' }).locator('tbody tr')).toHaveCount(36);
	expect(await seriousIn(page)).toEqual([]);
});

test('the ticked scenarios are in the address, and the months come as CSV', async ({ page }) => {
	await open(page);
	await page.getByRole('checkbox', { name: 'Compare Growth 10 %' }).uncheck();
	await expect(page).toHaveURL(/ids=[0-9a-f-]{36}(,|%2C)[0-9a-f-]{36}$/);
	await open(page, page.url());
	await expect(page.getByRole('checkbox', { name: 'Compare Growth 10 %' })).not.toBeChecked();
	await expect(page.getByRole('figure')).toHaveCount(2);
	const download = page.waitForEvent('download');
	await page.getByRole('region', { name: 'By month' }).getByRole('button', { name: 'Download CSV' }).click();
	const stream = await (await download).createReadStream();
	const lines = (await stream.toArray()).join('').trim().split(/\r?\n/);
	expect(lines[0]).toContain('Month,Scenario,Contacts,Required FTE');
	expect(lines).toHaveLength(25);
});

test('numbers change the plan as they are typed; a suggested hiring plan is applied and kept', async ({
	page
}) => {
	await open(page);
	await page.getByRole('button', { name: 'Copy As it is' }).click();
	await expect(page.getByRole('heading', { name: 'As it is (copy)' })).toBeVisible();
	await page.waitForLoadState('networkidle');
	const before = await figure(page, 'Required FTE, mean');
	const save = page.getByRole('button', { name: 'Save', exact: true });
	await expect(save).toBeDisabled();

	await page.getByLabel('Growth, per cent').fill('40');
	await expect.poll(() => figure(page, 'Required FTE, mean')).toBeGreaterThan(before * 1.05);
	await page.getByLabel('Growth, per cent').fill('');
	await expect(page.getByText('A number is missing')).toBeVisible();
	await expect(save).toBeDisabled();
	await page.getByLabel('Growth, per cent').fill('5');

	await page.getByRole('tab', { name: 'Month by month' }).click();
	const first = page.getByRole('textbox', { name: /^Begin training, / }).first();
	await first.fill('3');
	await first.press('Enter');
	await expect(page.getByRole('textbox', { name: /^Begin training, / }).nth(1)).toBeFocused();

	await page.getByRole('button', { name: 'Suggest classes' }).click();
	await expect(page.getByText(/to hire, €/)).toBeVisible({ timeout: 60_000 });
	await expect(page.getByText('nobody hired now is there by then.').first()).toBeVisible();
	const short = await figure(page, 'Months short');
	await page.getByRole('button', { name: 'Put these classes in the months' }).click();
	await expect.poll(() => figure(page, 'Months short')).toBeLessThan(short);
	await page.getByLabel('Name', { exact: true }).fill('Five per cent, hired');
	await save.click();
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();
	const hired = await figure(page, 'Required FTE, mean');
	await page.reload();
	await expect(page.getByRole('heading', { name: 'Five per cent, hired' })).toBeVisible();
	expect(await figure(page, 'Required FTE, mean')).toBeCloseTo(hired, 1);
	expect(await seriousIn(page)).toEqual([]);
});

test('a removed scenario comes back with undo', async ({ page }) => {
	await open(page);
	const name = page.getByRole('link', { name: 'Five per cent, hired' });
	await page.getByRole('button', { name: 'Remove Five per cent, hired' }).click();
	await expect(name).toHaveCount(0);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(name.first()).toBeVisible();
});

test('a supervisor is not shown capacity', async ({ page, signIn }) => {
	await page.context().clearCookies();
	await signIn('supervisor');
	await expect(page.getByRole('link', { name: 'Capacity' })).toHaveCount(0);
	const answer = await page.request.get('/plan/capacity');
	expect(answer.status()).toBe(403);
});
