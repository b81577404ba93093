import { expect, test } from './fixtures.ts';
import { demoForecast } from '../support/demo-forecast.ts';

test('a planner turns a forecast into staffing and a published roster, which the agent reads on a phone', async ({
	page,
	demo,
	signIn,
	browser
}) => {
	test.slow();
	const forecastId = await demoForecast(demo.db, { horizonDays: 14 });
	await signIn('planner');

	await page.goto(`/plan/staffing?forecast=${forecastId}`);
	await page.getByText('Limits, bots and simulation').click();
	await page.getByLabel('Simulated runs').fill('20');
	await page.getByRole('button', { name: 'Work out staffing' }).click();
	await page.waitForURL(/\/plan\/staffing\/[0-9a-f-]{36}/);
	await expect(page.getByRole('figure', { name: 'Agents required' })).toBeVisible();
	await page.getByLabel('Queue', { exact: true }).selectOption({ label: 'Billing ES' });
	await expect(page.getByText('as planned')).toBeVisible();

	await page.getByRole('link', { name: 'Make a roster' }).click();
	await page.waitForURL(/\/plan\/roster\?plan=/);
	await page.getByLabel('Search time').fill('5');
	await page.getByRole('button', { name: 'Make the roster' }).click();
	await page.waitForURL(/\/plan\/roster\/[0-9a-f-]{36}/, { timeout: 60_000 });
	await expect(page.getByRole('group', { name: 'Independent check' })).toContainText('No rule broken');
	await expect(page.getByRole('figure', { name: 'Required and scheduled' })).toBeVisible();

	await page.getByRole('link', { name: 'Publish…' }).click();
	await page.getByRole('button', { name: /^Publish and tell/ }).click();
	await expect(page.getByText(/^Published: /).first()).toBeVisible();

	const phone = await browser.newPage({ viewport: { width: 390, height: 844 }, baseURL: demo.url });
	await signIn('agent', phone);
	await expect(phone).toHaveURL(/\/me$/);
	await expect(
		phone
			.getByRole('listitem')
			.filter({ hasText: /\d\d:\d\d–\d\d:\d\d/ })
			.first()
	).toBeVisible();
	const overflow = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	expect(overflow, 'pixels to the side').toBeLessThanOrEqual(0);
	const refused = await phone.goto('/plan/roster');
	expect(refused?.status()).toBe(403);
	await phone.close();
});
