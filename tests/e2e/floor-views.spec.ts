import { expect, test } from './fixtures.ts';

test('the floor over a chosen period: numbers explain themselves by keyboard, and the view is kept, shared and opened', async ({
	page,
	browser,
	demo,
	signIn
}) => {
	test.slow();
	await signIn('supervisor');
	await page.goto('/');
	const periods = page.getByRole('radiogroup', { name: 'Period' });
	await expect(periods.getByRole('radio', { name: '30 min' })).toBeChecked();
	await periods.getByText('Since opening').click();
	await expect(page).toHaveURL(/window=opening/);

	// The server's own answer for the window stands in the strip.
	await expect(page.getByRole('region', { name: 'Totals of the site' })).toContainText(
		/of [\d,]*[1-9][\d,]* offered/,
		{ timeout: 60_000 }
	);

	// From a row into its numbers by the arrow keys, and to the formula with the counts of now.
	const row = page.getByRole('group', { name: 'Queues' }).locator('tbody tr').first();
	await row.focus();
	await page.keyboard.press('ArrowRight');
	await expect(row.getByRole('button', { name: /^Waiting/ })).toBeFocused();
	const abandonment = row.getByRole('button', { name: /^Abandonment .*how it is worked out/ });
	await abandonment.focus();
	await page.keyboard.press('Enter');
	const formula = page.getByRole('dialog', { name: /^Abandonment · / });
	await expect(formula).toContainText('AB / offered');
	await expect(formula).toContainText(/AB [\d,]+ \/ offered [\d,]+ = [\d.]+%/);
	await page.keyboard.press('Escape');
	await expect(formula).toBeHidden();
	await expect(abandonment).toBeFocused();

	// Only chat, by channel, since opening: kept under a name for everybody.
	await page.getByRole('combobox', { name: 'Channel' }).selectOption('chat');
	await expect(page).toHaveURL(/channel=chat/);
	await page.getByRole('button', { name: 'Views' }).click();
	const name = `Chat since opening ${Date.now()}`;
	await page.getByRole('textbox', { name: 'Save this view' }).fill(name);
	await page.getByRole('checkbox', { name: 'Share with the centre' }).check();
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(page.getByText(`View “${name}” saved`)).toBeVisible();
	await page.keyboard.press('Escape');

	// Somebody else finds it in the palette, and sees the same.
	const other = await browser.newContext({ baseURL: demo.url });
	const colleague = await other.newPage();
	await signIn('planner', colleague);
	await colleague.goto('/plan/forecast');
	await expect(colleague.getByRole('button', { name: 'Views' })).toBeVisible();
	await colleague.waitForLoadState('networkidle').catch(() => undefined);
	await colleague.keyboard.press('Control+k');
	await colleague.getByRole('combobox', { name: 'Search and commands' }).fill(name);
	await colleague.keyboard.press('Enter');
	await expect(colleague).toHaveURL(/channel=chat.*window=opening|window=opening.*channel=chat/);
	await expect(colleague.getByRole('radio', { name: 'Since opening' })).toBeChecked();
	await expect(colleague.getByRole('group', { name: 'Queues' }).getByText('Billing ES')).toHaveCount(0);
	await other.close();

	// Removed, and brought back.
	await page.getByRole('button', { name: 'Views' }).click();
	await page.getByRole('button', { name: `Remove “${name}”` }).click();
	await expect(page.getByRole('link', { name })).toHaveCount(0);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(async () => {
		// A click beside the list may have closed it.
		if ((await page.getByRole('link', { name }).count()) === 0)
			await page.getByRole('button', { name: 'Views' }).click();
		await expect(page.getByRole('link', { name })).toHaveCount(1, { timeout: 2_000 });
	}).toPass({ timeout: 30_000 });
});
