import type { Page } from '@playwright/test';

/** Fills in the first page of a new centre; lands on the floor as its admin. */
export async function firstAdmin(page: Page, url: string, timeZone: string): Promise<void> {
	await page.goto(`${url}/`);
	await page.locator('input[name=siteName]').fill('Centro Norte');
	await page.locator('[name=timeZone]').selectOption(timeZone);
	await page.locator('input[name=name]').fill('Ana Ruiz');
	await page.locator('input[type=email]').fill('ana@example.org');
	await page.locator('input[type=password]').fill('correct horse battery');
	await page.locator('input[type=password]').press('Enter');
	await page.waitForURL(`${url}/`);
}
