import { expect, test } from './fixtures.ts';

test('what was just done is found in the audit, read as a difference, given out, and the chain is whole', async ({
	page,
	signIn
}) => {
	await signIn('admin');
	await page.goto('/settings/privacy');
	await page.waitForLoadState('networkidle');
	const words = page.getByLabel('Days to keep: Words of contacts (transcripts)');
	await words.fill('400');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByText('How long data are kept was changed.')).toBeVisible();
	await page.getByRole('button', { name: 'What would go?' }).click();
	await expect(page.getByRole('columnheader', { name: 'Would go now' })).toBeVisible();

	await page.goto('/settings/audit');
	await page.waitForLoadState('networkidle');
	await page.getByLabel('What', { exact: true }).selectOption('privacy.retention');
	await page.getByLabel('Words').fill('ada');
	await page.getByRole('search').getByRole('button', { name: 'Search' }).click();
	await page.waitForURL(/action=privacy\.retention/);
	const row = page.getByRole('row').filter({ hasText: 'Retention changed' }).first();
	await expect(row).toContainText('Ada Admin');
	await expect(row).toContainText('Page · 127.0.0.1');
	await row.click();
	await expect(page.locator('ins').filter({ hasText: '400' })).toBeVisible();

	// The address is the search: another page opens the same.
	const address = page.url();
	await page.goto('about:blank');
	await page.goto(address);
	await expect(page.getByLabel('Words')).toHaveValue('ada');
	await expect(page.getByRole('row').filter({ hasText: 'Retention changed' }).first()).toBeVisible();

	for (const [name, expected] of [
		['CSV', /^id,at,actor.*\r\n\d+,.*privacy\.retention/],
		['NDJSON', /^\{"id":\d+.*"action":"privacy\.retention"/]
	] as const) {
		const download = page.waitForEvent('download');
		await page.getByRole('link', { name, exact: true }).click();
		const text = (await (await (await download).createReadStream()).toArray()).join('');
		expect(text).toMatch(expected);
	}

	await page.waitForLoadState('networkidle');
	await page.getByRole('button', { name: 'Check the chain' }).click();
	await expect(page.getByText(/entries are as they were sealed/)).toBeVisible();
});

test('system health shows load, lags, sizes and work, and is the administrators’ alone', async ({
	page,
	signIn
}) => {
	await signIn('admin');
	await page.goto('/settings/health');
	await page.waitForLoadState('networkidle');
	await expect(page.getByRole('heading', { name: 'System health', level: 1 })).toBeVisible();
	await expect(page.getByText('Ready', { exact: true }).first()).toBeVisible();
	await expect(page.getByRole('table', { name: 'Sources' }).getByRole('row').nth(1)).toBeVisible();
	await expect(page.getByText(/\d+:[0-9a-f]{64}/)).toBeVisible();
	await expect(page.getByRole('table', { name: 'Work' })).toBeVisible();

	await page.context().clearCookies();
	await signIn('supervisor');
	for (const path of ['/settings/audit', '/settings/health', '/settings/audit/export?format=csv'])
		expect((await page.request.get(path)).status(), path).toBe(403);
});

test('an agent’s data can be given out and the agent erased, by id and in the open for nobody else', async ({
	page,
	signIn
}) => {
	await signIn('admin');
	await page.goto('/settings/privacy');
	await page.waitForLoadState('networkidle');
	const live = (await (await page.request.get('/api/v1/live')).json()) as {
		agents: { id: string; name: string }[];
	};
	const agent = live.agents.at(-1)!;
	const give = page.getByRole('region', { name: 'What is kept of an agent' });
	await give.getByLabel('Agent’s id').fill(agent.id);
	const download = page.waitForEvent('download');
	await give.getByRole('button', { name: 'Download as JSON' }).click();
	const text = (await (await (await download).createReadStream()).toArray()).join('');
	expect((JSON.parse(text) as { tables: { agents: { name: string }[] } }).tables.agents[0]!.name).toBe(
		agent.name
	);

	const erase = page.getByRole('region', { name: 'Erase an agent' });
	await erase.getByLabel('Agent’s id').fill('nobody at all');
	await erase.getByLabel('The id again').fill('nobody at all');
	await erase.getByRole('button', { name: 'Erase an agent' }).click();
	await expect(erase.getByText('There is no agent with this id.')).toBeVisible();
});
