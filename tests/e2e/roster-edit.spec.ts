import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { cellOf, editCopy, goTo, gridOf, HOURS, wordsOf } from './roster-grid.ts';

const log = (page: Page): Locator =>
	page.getByRole('region', { name: 'Changes by hand' }).getByRole('listitem');
/** Row heights and so on as the grid draws them. */
const [LEFT, TOP, ROW] = [184, 120, 38];

/** A rule that the edit broke is accepted with a reason; without one nothing is asked. */
async function acceptIfAsked(page: Page, reason: string): Promise<void> {
	const dialog = page.getByRole('dialog', { name: 'This breaks rules' });
	if (
		!(await dialog.waitFor({ timeout: 1_500 }).then(
			() => true,
			() => false
		))
	)
		return;
	await dialog.getByLabel('Why it may be so').fill(reason);
	await dialog.getByRole('button', { name: 'Keep it all the same' }).click();
}

test('a planner edits a copy of a published roster by keyboard and mouse, undoes, redoes and overrides with a reason', async ({
	page,
	signIn,
	browser,
	demo
}) => {
	test.slow();
	await signIn('planner');
	await editCopy(page);

	// By keyboard: a meeting into a shift.
	await gridOf(page).focus();
	await page.keyboard.press('Control+Home');
	const before = await goTo(page, true);
	await page.keyboard.press('m');
	await expect(cellOf(page)).toContainText('Meeting');
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();
	const after = await wordsOf(page);
	await expect(log(page)).toHaveCount(1);
	await page.keyboard.press('Control+z');
	await expect(cellOf(page)).toHaveText(before);
	await page.keyboard.press('Control+Shift+z');
	await expect(cellOf(page)).toHaveText(after);
	await expect(log(page)).toHaveCount(3);

	// A reload keeps it, and undo still knows it.
	await page.reload();
	await expect(page.locator('canvas[data-version]')).toBeVisible({ timeout: 30_000 });
	await gridOf(page).focus();
	await page.keyboard.press('Control+Home');
	expect(await goTo(page, true)).toBe(after);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(cellOf(page)).toHaveText(before);

	// Exact times that break rules: nothing is kept without a reason.
	await gridOf(page).focus();
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog', { name: 'Shift' });
	const parts = dialog.getByRole('button', { name: 'Remove this part' });
	while ((await parts.count()) > 0) await parts.first().click();
	await dialog.getByLabel('Start', { exact: true }).fill('05:00');
	await dialog.getByLabel('End', { exact: true }).fill('20:00');
	await expect(dialog.getByText('hours a day')).toBeVisible();
	await dialog.getByLabel('Why it may be so').fill('nobody else could');
	await dialog.getByRole('button', { name: 'Keep it all the same' }).click();
	await expect(cellOf(page)).toContainText('05:00–20:00');
	await expect(cellOf(page)).toContainText('Rule broken');
	await expect(page.getByRole('group', { name: 'Independent check' })).toContainText('broken');
	await expect(log(page).first()).toContainText('nobody else could');
	await expect(page.getByText('Kept by').first()).toBeVisible();

	// By mouse: a shift to a day off of the same person; Escape on the way leaves it.
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Home');
	const own = await goTo(page, true);
	const shiftAt = await place(page);
	await page.keyboard.press('Home');
	await goTo(page, false);
	const offAt = await place(page);
	const steps = await log(page).count();
	await drag(page, shiftAt, offAt, { cancel: true });
	await page.mouse.click(shiftAt.x, shiftAt.y);
	await expect(cellOf(page)).toHaveText(own);
	await drag(page, shiftAt, offAt);
	await acceptIfAsked(page, 'swapped with the day off');
	await expect(cellOf(page)).toContainText(HOURS.exec(own)![0]);
	await expect(log(page)).toHaveCount(steps + 1);

	// Who has it open as well sees it come.
	const other = await browser.newPage({ baseURL: demo.url });
	await signIn('admin', other);
	await other.goto(page.url());
	await expect(other.locator('canvas[data-version]')).toBeVisible({ timeout: 30_000 });
	await page.keyboard.press('b');
	await expect(log(other)).toHaveCount(steps + 2, { timeout: 10_000 });
	await expect(log(other).first()).toContainText('→');
	await other.close();

	// Into a calendar program, by another parser's word.
	const href = await page.getByRole('link', { name: /Calendar file/ }).getAttribute('href');
	const calendar = await page.request.get(href!);
	expect(calendar.headers()['content-type']).toContain('text/calendar');
	expect(await calendar.text()).toContain('BEGIN:VEVENT');
});

/** The middle of the cell in focus. */
async function place(page: Page): Promise<{ x: number; y: number }> {
	const [row, column] = [
		Number(await page.locator('[role=row][aria-rowindex]').getAttribute('aria-rowindex')) - 1,
		Number(await cellOf(page).getAttribute('aria-colindex')) - 1
	];
	const grid = gridOf(page);
	await grid.scrollIntoViewIfNeeded();
	const box = (await grid.boundingBox())!;
	const { scrolled, columns, wide } = await grid.evaluate((element) => ({
		scrolled: { x: element.scrollLeft, y: element.scrollTop },
		columns: Number(element.getAttribute('aria-colcount')),
		wide: element.clientWidth
	}));
	const width = Math.max(104, Math.floor((wide - LEFT) / columns));
	return {
		x: box.x + LEFT + (column + 0.5) * width - scrolled.x,
		y: box.y + 1 + TOP + (row + 0.4) * ROW - scrolled.y
	};
}

async function drag(
	page: Page,
	from: { x: number; y: number },
	to: { x: number; y: number },
	{ cancel = false } = {}
): Promise<void> {
	await page.mouse.move(from.x, from.y);
	await page.mouse.down();
	await page.mouse.move((from.x + to.x) / 2, from.y, { steps: 4 });
	await page.mouse.move(to.x, to.y, { steps: 4 });
	if (cancel) await page.keyboard.press('Escape');
	await page.mouse.up();
}
