import { bankLikeHistory } from '../support/bank-like-history.ts';
import { firstAdmin } from '../support/first-admin.ts';
import { startServer } from '../support/start-server.ts';
import { expect, test } from './fixtures.ts';

test('a new centre goes from a history file through forecast and staffing to a valid roster', async ({
	page
}) => {
	test.slow();
	const server = await startServer({ demo: false });
	const { text, rows } = bankLikeHistory({ seed: 5, weeks: 12 });
	await firstAdmin(page, server.url, 'America/New_York');

	await page.goto(`${server.url}/plan/history`);
	await page.waitForLoadState('networkidle');
	const file = { name: 'calls.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
	await page.locator('input[type=file]').setInputFiles(file);
	await page.getByRole('button', { name: 'Import history' }).click();
	await expect(
		page.getByText(`${rows.toLocaleString('en')} rows imported from “calls.csv”`).first()
	).toBeVisible();

	await page.getByRole('status').getByRole('link', { name: 'Forecast from it' }).click();
	await page.getByRole('button', { name: 'Compute forecast' }).click();
	await page.waitForURL(/\/plan\/forecast\/[0-9a-f-]{36}/, { timeout: 60_000 });

	await page.getByRole('link', { name: 'Compute staffing' }).click();
	await page.getByText('Limits, bots and simulation').click();
	await page.getByLabel('Simulated runs').fill('20');
	await page.getByRole('button', { name: 'Work out staffing' }).click();
	await page.waitForURL(/\/plan\/staffing\/[0-9a-f-]{36}/);
	await expect(page.getByRole('figure', { name: 'Agents required' })).toBeVisible();

	await page.getByRole('link', { name: 'Make a roster' }).click();
	await expect(page.getByText('There are no agents yet')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Make the roster' })).toBeDisabled();
	await page.getByRole('button', { name: 'Create agents' }).click();
	await expect(page.getByText('There are no agents yet')).toHaveCount(0);
	await page.getByLabel('Search time').fill('6');
	await page.getByRole('button', { name: 'Make the roster' }).click();
	await page.waitForURL(/\/plan\/roster\/[0-9a-f-]{36}/, { timeout: 60_000 });
	await expect(page.getByRole('group', { name: 'Independent check' })).toContainText('No rule broken');
	await page.getByRole('link', { name: 'Publish…' }).click();
	await page.getByRole('button', { name: 'Publish', exact: true }).click();
	await expect(page.getByText(/^Published: /).first()).toBeVisible();

	await page.goto('about:blank');
	await server.stop();
	server.remove();
});
