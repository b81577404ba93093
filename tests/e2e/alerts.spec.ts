import { expect, test } from './fixtures.ts';

test('a supervisor adds a rule that fires, sees it on the bell, takes the alert and notes what was done', async ({
	page,
	signIn
}) => {
	test.slow();
	await signIn('supervisor');
	await page.goto('/alerts');
	// The demo's own rules would make the count depend on its day.
	for (const name of ['Service level', 'Longest wait', 'Needs a person']) {
		const rule = page.getByRole('checkbox', { name: `The rule ${name} is on` });
		await rule.click();
		await expect(rule).not.toBeChecked();
	}

	await page.getByRole('button', { name: 'Add a rule' }).first().click();
	const dialog = page.getByRole('dialog', { name: 'Add a rule' });
	await dialog.getByLabel('Name', { exact: true }).fill('Nobody left over');
	await dialog.getByLabel('Number watched').selectOption({ label: 'Agents available' });
	await dialog.getByLabel('Breach threshold').fill('500');
	await dialog.getByLabel('Hold, seconds').fill('0');
	await dialog.getByRole('button', { name: 'Save' }).click();
	await expect(dialog).toBeHidden();

	const bell = page.getByRole('link', { name: /^Alerts: \d+ open$/ });
	await expect(bell).toBeVisible({ timeout: 30_000 });
	const row = page
		.getByRole('group', { name: 'Open now' })
		.getByRole('row')
		.filter({ hasText: 'below 500' })
		.first();
	await expect(row.getByText('Breach')).toBeVisible();
	await row.getByRole('button', { name: /^Take/ }).click();
	await expect(row.getByRole('button', { name: /^Release/ })).toBeVisible();

	await row.getByRole('button', { name: /^Note/ }).click();
	await page.getByLabel('Note', { exact: true }).fill('Called two back from lunch');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(row.getByText('Called two back from lunch')).toBeVisible();

	const before = await bell.getAttribute('aria-label');
	await row.getByRole('button', { name: /^Snooze/ }).click();
	await page.getByRole('button', { name: 'for 15 min' }).click();
	await expect(row.getByText(/snoozed until/)).toBeVisible();
	await expect(page.getByRole('link', { name: before!, exact: true })).toHaveCount(0);

	await page.getByRole('button', { name: 'Remove the rule Nobody left over' }).click();
	await expect(page.getByText('No alert is open')).toBeVisible({ timeout: 30_000 });
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('checkbox', { name: 'The rule Nobody left over is on' })).toBeVisible();
});

test('an agent has neither the page nor the bell', async ({ page, signIn, problems }) => {
	await signIn('agent');
	await page.goto('/me');
	await expect(page.getByRole('link', { name: /^Alerts/ })).toHaveCount(0);
	expect((await page.goto('/alerts'))?.status()).toBe(403);
	// The browser reports the refused page; nothing else may be wrong.
	expect(problems.filter((problem) => !problem.includes('403'))).toEqual([]);
	problems.length = 0;
});
