import { demoForecast } from '../support/demo-forecast.ts';
import { seriousIn } from './axe.ts';
import { expect, test } from './fixtures.ts';

test('a planner splits a queue’s forecast by reason, with what is not known apart', async ({
	page,
	demo,
	signIn
}) => {
	test.setTimeout(180_000);
	await signIn('planner');
	const id = await demoForecast(demo.db, { horizonDays: 7 });
	await page.goto(`/plan/forecast/${id}?queue=billing-es`);
	await page.getByRole('link', { name: 'By reason' }).click();
	await expect(page).toHaveURL(/\/split\?queue=billing-es/);
	const whole = page.getByRole('region', { name: 'The whole forecast by reason' });
	// Shares are learned from the demo's contacts of today, which come as the floor fills.
	await expect(async () => {
		await page.reload();
		await expect(whole.locator('tbody tr').first()).toBeVisible({ timeout: 2_000 });
	}).toPass({ timeout: 90_000 });
	await expect(page.getByText(/Shares from [\d,]+ contacts on \d+ days? since/)).toBeVisible();
	const shares = await whole
		.locator('tbody tr')
		.evaluateAll((rows) =>
			rows.map((row) => [...row.querySelectorAll('td, th')].map((cell) => cell.textContent!.trim()))
		);
	const percent = shares.map((cells) => Number.parseFloat(cells[4]!));
	expect(percent.reduce((sum, value) => sum + value, 0)).toBeGreaterThan(97);
	expect(percent.reduce((sum, value) => sum + value, 0)).toBeLessThan(103);

	const days = page.getByRole('region', { name: 'By day and part of the day' });
	await expect(days.locator('tbody tr').first()).toBeVisible();
	const download = page.waitForEvent('download');
	await whole.getByRole('button', { name: 'CSV' }).click();
	const lines = (await (await (await download).createReadStream()).toArray()).join('').trim().split(/\r?\n/);
	expect(lines).toHaveLength(shares.length + 1);
	expect(await seriousIn(page)).toEqual([]);
});
