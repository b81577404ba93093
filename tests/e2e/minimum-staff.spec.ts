import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { cellOf, editCopy, gridOf, HOURS, wordsOf } from './roster-grid.ts';

/** A moment in which many are at work; nobody counts while on a break. */
const [FROM, TO] = ['12:00', '12:05'];

const dialogOf = (page: Page, name: string): Locator => page.getByRole('dialog', { name });
const rowsOf = (page: Page): Locator => page.getByRole('row').filter({ hasText: `${FROM}–${TO}` });

test('a planner sets minimum staff, which a roster is held against and an edit below it is marked by', async ({
	page,
	signIn
}) => {
	test.slow();
	await signIn('planner');
	await page.goto('/plan/roster');
	await page.getByRole('link', { name: 'Minimum staff' }).click();
	await expect(page.getByText('No minimum yet')).toBeVisible();

	// More than ever work at once.
	await page.getByRole('button', { name: 'Add a minimum' }).first().click();
	const added = dialogOf(page, 'Add a minimum');
	await added.getByLabel('At least').fill('61');
	for (const day of ['Tue', 'Wed', 'Thu', 'Fri']) await added.getByLabel(day).uncheck();
	await added.getByLabel('From').fill(FROM);
	await added.getByLabel('Until').fill(TO);
	await added.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByText(`Added: at least 61 people, Mon ${FROM}–${TO}`)).toBeVisible();
	await expect(rowsOf(page)).toContainText('Anybody');

	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Download CSV' }).click();
	const csv = await readFile(await (await downloading).path(), 'utf8');
	expect(csv.split(/\r?\n/)[1]).toMatch(new RegExp(`^Anybody,61,Mon,${FROM}–${TO},always,\\d+`));

	// The published week as a draft: told like every rule, with how many there are.
	await editCopy(page);
	const told = page.getByText(new RegExp(`${FROM}–${TO} has \\d+ at work; at least 61\\.`));
	await expect(told).toBeVisible();
	await expect(page.getByRole('group', { name: 'Independent check' })).toContainText('1 rule broken');
	const there = /has (\d+) at work/.exec((await told.textContent())!)![1]!;

	// By keyboard: no more than there are.
	await page.goto('/plan/roster/minimum-staff');
	await rowsOf(page).focus();
	await page.keyboard.press('Enter');
	const changed = dialogOf(page, 'Minimum staff');
	await changed.getByLabel('At least').fill(there);
	await changed.getByLabel('At least').press('Enter');
	await expect(page.getByText(`Changed: at least ${there} people`)).toBeVisible();

	await editCopy(page);
	await expect(page.getByRole('group', { name: 'Independent check' })).toContainText('No rule broken');
	await gridOf(page).focus();
	await page.keyboard.press('Control+Home');
	const breaks = dialogOf(page, 'This breaks rules');
	for (let row = 0; row < 40 && !(await breaks.isVisible()); row++) {
		const [hours] = HOURS.exec(await wordsOf(page)) ?? [''];
		const [from = '', to = ''] = hours.split('–');
		if (from <= FROM && TO <= to) {
			await page.keyboard.press('Delete');
			await page.waitForTimeout(300);
		}
		if (!(await breaks.isVisible())) await page.keyboard.press('ArrowDown');
	}
	await expect(breaks).toContainText('minimum staff');
	await breaks.getByLabel('Why it may be so').fill('a quiet Monday');
	await breaks.getByRole('button', { name: 'Keep it all the same' }).click();
	await expect(page.getByText(`at work; at least ${there}.`)).toBeVisible();
	await expect(page.getByRole('region', { name: 'Changes by hand' })).toContainText('a quiet Monday');
	await expect(cellOf(page)).toContainText('minimum staff');
	await gridOf(page).focus();
	await page.keyboard.press('Control+z');
	await expect(page.getByText(`at work; at least ${there}.`)).toHaveCount(0);

	// Taken away, back again, and away.
	await page.goto('/plan/roster/minimum-staff');
	await page.getByRole('button', { name: /^Remove: / }).click();
	await expect(page.getByText('No minimum yet')).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(rowsOf(page)).toContainText(there);
	await rowsOf(page).click();
	await dialogOf(page, 'Minimum staff').getByRole('button', { name: 'Delete' }).click();
	await expect(page.getByText('No minimum yet')).toBeVisible();
});
