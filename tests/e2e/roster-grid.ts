import { expect, type Locator, type Page } from '@playwright/test';

export const HOURS = /\d\d:\d\d–\d\d:\d\d/;
export const gridOf = (page: Page): Locator => page.getByRole('grid');
/** The cell in focus, in words. */
export const cellOf = (page: Page): Locator => page.getByTestId('roster-cell');
export const wordsOf = async (page: Page): Promise<string> => (await cellOf(page).textContent())!.trim();

/** Goes along a row until the cell in focus is, or is not, a shift. */
export async function goTo(page: Page, isShift: boolean): Promise<string> {
	for (let n = 0; n < 7; n++) {
		const said = await wordsOf(page);
		if (HOURS.test(said) === isShift) return said;
		await page.keyboard.press('ArrowRight');
	}
	throw new Error(`no ${isShift ? 'shift' : 'day off'} in the row`);
}

/** A draft with the shifts of a published week of the demo, open to be edited. Other drafts may stand above it in the list. */
export async function editCopy(page: Page): Promise<void> {
	await page.goto('/plan/roster');
	await page.getByRole('row').filter({ hasText: 'Published' }).first().getByRole('link').first().click();
	await page.getByRole('button', { name: 'Edit a copy' }).click();
	await page.waitForURL(/\/plan\/roster\/[0-9a-f-]{36}$/);
	// The address changes before the page does: until then the grid is that of the published roster.
	await expect(page.getByRole('button', { name: 'Edit a copy' })).toHaveCount(0);
	await expect(page.locator('canvas[data-version]')).toBeVisible({ timeout: 30_000 });
}
