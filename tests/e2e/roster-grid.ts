import type { Locator, Page } from '@playwright/test';

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
