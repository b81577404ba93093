import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { demoForecast } from '../support/demo-forecast.ts';
import { hasRoster } from '../support/has-roster.ts';

const PLAN_PAGE = /\/plan\/staffing\/[0-9a-f-]{36}/;

async function csvOf(page: Page, button: ReturnType<Page['getByRole']>): Promise<string[]> {
	const [download] = (await Promise.all([page.waitForEvent('download'), button.click()])) as [Download, void];
	const text = await readFile(await download.path(), 'utf8');
	return text.replace('\uFEFF', '').trim().split('\r\n');
}

test.describe.configure({ mode: 'serial' });

test('a planner shares people between queues, sees how likely the plan holds, and takes the tables away', async ({
	page,
	demo,
	problems,
	signIn
}) => {
	test.setTimeout(360_000);
	const forecastId = await demoForecast(demo.db, { horizonDays: 3 });
	await signIn('planner');
	await page.goto(`/plan/staffing?forecast=${forecastId}`);

	// Other files make plans of the same forecast: this one has a name of its own.
	await page.getByLabel('Name', { exact: true }).fill('Shared people');
	// A percentage too many is refused by its name, and nothing that was typed is lost.
	await page.getByLabel('Target, Sales ES').selectOption('asa');
	await page.getByLabel('ASA, Sales ES').fill('25');
	await page.getByText('Shrinkage', { exact: true }).click();
	await page.getByLabel('Share of time, Training').fill('5');
	await page.getByRole('button', { name: 'Add a kind' }).click();
	const added = page.getByLabel('Kind', { exact: true }).last();
	await added.fill('Doctor');
	await page.getByLabel('Share of time, Doctor').fill('130');
	await page.getByText('Outbound calls', { exact: true }).click();
	await page.getByRole('button', { name: 'Add a block' }).click();
	await page.getByLabel('Name of the block').fill('Renewals');
	await page.getByLabel('Whose people, Renewals').selectOption({ label: 'Retention ES' });
	for (const day of ['Saturday', 'Sunday'])
		await page
			.getByRole('group', { name: 'Days, Renewals' })
			.getByRole('checkbox', { name: day })
			.check({ force: true });
	await page.getByText('Limits, bots and simulation').click();
	await page.getByLabel('Simulated runs').fill('40');
	await page.getByRole('button', { name: 'Work out staffing' }).click();
	await expect(page.getByRole('alert')).toContainText('"1.3" must be a fraction from 0 to below 1');
	await expect(page.getByLabel('Name of the block')).toHaveValue('Renewals');
	// The browser notes the refusal; nothing else may have gone wrong.
	expect(problems.splice(0)).toEqual([expect.stringContaining('400')]);

	await page.getByLabel('Share of time, Doctor').fill('1');
	await page.getByRole('button', { name: 'Work out staffing' }).click();
	await expect(page.getByRole('progressbar')).toBeVisible();
	await page.waitForURL(PLAN_PAGE, { timeout: 240_000 });

	await expect(page.getByTestId('check-plan')).toContainText(
		/This plan meets the targets of all 8 queues with probability (above |below )?\d\.\d\d; on a bad \w+day, \d+% of contacts are answered in time\./
	);
	await expect(page.getByTestId('check-plan')).toContainText('40 simulated runs');
	await expect(page.getByText('Saved by sharing')).toBeVisible();

	const days = await csvOf(
		page,
		page
			.locator('section', { has: page.getByRole('heading', { name: 'By day', exact: true }) })
			.getByRole('button', { name: 'Download CSV' })
	);
	expect(days[0]).toContain('Contacts expected');
	expect(days).toHaveLength(4);

	await page.getByRole('tab', { name: 'Chance' }).click();
	await expect(page).toHaveURL(/view=check/);
	await page.getByRole('row', { name: /^Billing ES 80%/ }).click();
	await expect(page).toHaveURL(/queue=billing-es/);
	await expect(page.getByRole('figure', { name: 'Simulated service level: Billing ES' })).toBeVisible();
	await page.getByRole('tab', { name: 'Terms' }).click();
	await expect(page.getByRole('row', { name: /Doctor/ })).toContainText('1.0%');
	await expect(page.getByRole('row', { name: /Renewals/ })).toContainText('Retention ES');
	await page.getByRole('tab', { name: /Skill groups/ }).click();
	await expect(page.getByRole('row', { name: /Sales ES \+ Retention ES/ }).first()).toBeVisible();
	await page.getByRole('tab', { name: 'Roster' }).click();
	// Another file may have made a roster of these days in the same demo centre.
	await expect(
		(await hasRoster(demo.db))
			? page.getByRole('heading', { name: 'Required and rostered' })
			: page.getByText('No roster for these days yet')
	).toBeVisible();
});

test('a plan is copied, compared, removed and brought back, and read in Spanish', async ({
	page,
	context,
	demo,
	signIn
}) => {
	test.setTimeout(180_000);
	await signIn('planner');
	await page.goto('/plan/staffing');
	await page.getByRole('button', { name: 'Copy and change Shared people' }).click();
	await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Shared people, changed');
	await expect(page.getByLabel('ASA, Sales ES')).toHaveValue('25');
	await page.getByLabel('Share people between queues').uncheck({ force: true });
	await page.getByText('Limits, bots and simulation').click();
	await page.getByLabel('Simulated runs').fill('0');
	await page.getByRole('button', { name: 'Work out staffing' }).click();
	await page.waitForURL(PLAN_PAGE, { timeout: 120_000 });
	await expect(page.getByRole('heading', { name: 'Shared people, changed' })).toBeVisible();

	await page.getByRole('link', { name: 'Compare plans' }).click();
	await expect(page.getByRole('row', { name: /Hours to schedule/ })).toBeVisible();

	await page.goto('/plan/staffing');
	await page.getByRole('button', { name: 'Remove Shared people, changed' }).click();
	await expect(page.getByRole('link', { name: 'Shared people, changed' })).toHaveCount(0);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('link', { name: 'Shared people, changed' })).toBeVisible();

	await context.addCookies([{ name: 'PARAGLIDE_LOCALE', value: 'es', url: demo.url }]);
	await page.goto('/plan/staffing');
	await page.getByRole('link', { name: 'Shared people', exact: true }).click();
	await expect(page.getByTestId('check-plan')).toContainText(
		/Este plan cumple los objetivos de las 8 colas con probabilidad (más de |menos de )?\d,\d\d; un \S+ malo se atiende a tiempo el \d+\s%/
	);
	await page.getByRole('tab', { name: 'Condiciones' }).click();
	await expect(page.getByRole('row', { name: /Formación/ })).toBeVisible();
});
