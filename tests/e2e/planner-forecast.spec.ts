import type { Locator, Page } from '@playwright/test';
import { bankLikeHistory } from '../support/bank-like-history.ts';
import { seriousIn } from './axe.ts';
import { expect, test } from './fixtures.ts';

test.describe.configure({ mode: 'serial' });
test.beforeEach(({ signIn }) => signIn('planner'));

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('a two-column history becomes a forecast with its error beside the noise floor', async ({ page }) => {
	const { text, rows } = bankLikeHistory({ seed: 11, weeks: 26 });
	await page.goto('/plan/history');
	await page.waitForLoadState('networkidle');
	await page.locator('input[type=file]').setInputFiles(csv('bank.csv', text));
	await page.getByLabel('Queue · optional').fill('bank line');
	await page.getByRole('button', { name: 'Import history' }).click();
	await expect(
		page.getByText(`${rows.toLocaleString('en')} rows imported from “bank.csv”`).first()
	).toBeVisible();
	await expect(
		page.getByRole('region', { name: 'What there is' }).getByText('bank line', { exact: true })
	).toBeVisible();

	await page.getByRole('status').getByRole('link', { name: 'Forecast from it' }).click();
	await expect(page.getByRole('checkbox', { name: /bank line/ })).toBeChecked();
	await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1);
	await page.getByLabel('Name').fill('Bank, four weeks');
	await page.getByRole('button', { name: 'Compute forecast' }).click();

	await expect(page).toHaveURL(/\/plan\/forecast\/[0-9a-f-]{36}/, { timeout: 60_000 });
	await expect(page.getByRole('heading', { name: 'Bank, four weeks' })).toBeVisible();
	const figure = async (name: string) => {
		const text = await page.getByRole('group', { name, exact: true }).locator('.value').textContent();
		return Number.parseFloat(text!.replace('%', ''));
	};
	expect(await figure('WAPE')).toBeLessThan(await figure('Seasonal naive'));
	expect(await figure('WAPE')).toBeGreaterThan(await figure('Noise floor'));
	// Four weeks of weekdays.
	await expect(page.getByRole('region', { name: 'Totals by day' }).locator('tbody tr')).toHaveCount(20);

	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Intervals as CSV' }).click();
	const stream = await (await download).createReadStream();
	const lines = (await stream.toArray()).join('').trim().split(/\r?\n/);
	expect(lines[0]).toBe(
		'interval_start,queue,offered,p10,p90,aht_seconds,aht_p10_seconds,aht_p90_seconds,computed_offered,computed_aht_seconds,overrides'
	);
	expect(lines[1]).toMatch(/T07:00:00(?:Z|[+-]\d\d:\d\d),bank line,[\d.]+,[\d.]+,[\d.]+,,,,[\d.]+,,0$/);
	// 07:00 to 21:00 by half hours, the last of which holds the five minutes to 21:05.
	expect(lines.length - 1).toBeGreaterThanOrEqual(20 * 28);

	await page.getByRole('radio', { name: 'Interval' }).check({ force: true });
	await expect(page).toHaveURL(/by=interval/);
	await expect(page.getByRole('figure', { name: 'Contacts by interval' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Compute staffing' })).toHaveAttribute(
		'href',
		/\/plan\/staffing\?forecast=/
	);
	expect(await seriousIn(page)).toEqual([]);
});

/** A number as the page writes it, in English. */
const numberIn = (text: string | null) => Number(text!.replaceAll(/[^\d.-]/g, ''));
const dayRow = (page: Page, day: RegExp) =>
	page.getByRole('region', { name: 'Totals by day' }).getByRole('row').filter({ hasText: day });

test('holidays of a country become special days; one is ignored and used again', async ({ page }) => {
	await page.goto('/plan/forecast/special-days');
	await page.waitForLoadState('networkidle');
	await page.getByRole('button', { name: 'Add public holidays' }).first().click();
	const dialog = page.getByRole('dialog', { name: 'Add public holidays' });
	await dialog.getByLabel('Country').selectOption('ES');
	await dialog.getByLabel('Region').selectOption('MD');
	for (const year of await dialog.getByRole('checkbox', { name: /^20\d\d$/ }).all()) await year.uncheck();
	await expect(dialog.getByText('No holidays are known there')).toBeVisible();
	await dialog.getByRole('checkbox', { name: String(new Date().getFullYear()) }).check();
	await expect(dialog.getByText('Christmas Day')).toBeVisible();
	await dialog.getByRole('button', { name: /^Add \d+$/ }).click();
	await expect(page.getByText(/^\d+ special days added$/)).toBeVisible();
	await page.getByRole('radio', { name: 'All' }).check({ force: true });
	await expect(page).toHaveURL(/when=all/);
	const christmas = page.getByRole('row').filter({ hasText: 'Christmas Day' });
	await expect(christmas).toHaveCount(1);
	await christmas.getByRole('button', { name: 'Ignore' }).click();
	await expect(christmas.getByText('Ignored', { exact: true })).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).last().click();
	await expect(christmas.getByText('Ignored', { exact: true })).toHaveCount(0);

	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Download CSV' }).click();
	const lines = (await (await (await download).createReadStream()).toArray()).join('').split(/\r?\n/);
	expect(lines[0]).toBe('date,name,queue,effect,factor,ignored,source');
	await page.getByRole('button', { name: 'Import CSV' }).click();
	const rows = 'date,name,queue,effect,factor\n2026-07-06,Bank fair,bank line,factor,2\n2026-07-07,,,,\n';
	await page.locator('input[type=file]').setInputFiles(csv('days.csv', rows));
	await page.getByRole('dialog').getByRole('button', { name: 'Import CSV' }).click();
	await expect(page.getByText('1 added, 0 changed, 0 as they were')).toBeVisible();
	await expect(page.getByText('Line 3: no name')).toBeVisible();
	await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
	expect(await seriousIn(page)).toEqual([]);
});

test('a change by hand is marked, taken back, redone, kept by the next forecast, published and compared', async ({
	page
}) => {
	// The history ends on Friday 3 July 2026; the fair of Monday 6 doubles it.
	await page.goto('/plan/forecast');
	await page.getByRole('link', { name: 'Bank, four weeks' }).click();
	await expect(page.getByRole('heading', { name: 'Bank, four weeks' })).toBeVisible();
	await page.waitForLoadState('networkidle');
	const tuesday = dayRow(page, /Tue 7 Jul/);
	const contacts = async (row: Locator) => numberIn(await row.getByRole('cell').nth(3).textContent());
	const before = await contacts(tuesday);
	await tuesday.getByRole('checkbox', { name: /^Pick/ }).check();
	await page.getByRole('button', { name: 'Change the 1 picked' }).first().click();
	const dialog = page.getByRole('dialog', { name: 'Change by hand' });
	await expect(dialog.getByLabel('From')).toHaveValue('2026-07-07T00:00');
	await dialog.getByRole('textbox', { name: 'Change' }).fill('50');
	await expect(dialog.getByText(/contacts become/)).toBeVisible();
	await expect(dialog.getByRole('button', { name: 'Change', exact: true })).toBeDisabled();
	await dialog.getByLabel('Reason').fill('Mailing');
	await dialog.getByRole('button', { name: 'Change', exact: true }).click();
	await expect(page.getByText('The forecast was changed by hand')).toBeVisible();
	await expect(tuesday.getByText('by hand')).toBeVisible();
	const after = await contacts(tuesday);
	expect(Math.abs(after - 1.5 * before)).toBeLessThan(2);

	await page.getByRole('button', { name: 'Undo' }).last().click();
	await expect(tuesday.getByText('by hand')).toHaveCount(0);
	expect(await contacts(tuesday)).toBe(before);
	const changes = page.getByRole('region', { name: 'Changes by hand' });
	await expect(changes.getByText('taken back')).toBeVisible();
	await changes.getByRole('button', { name: 'Redo' }).click();
	await expect(changes.getByText('in force')).toBeVisible();
	await expect(tuesday.getByText('by hand')).toBeVisible();

	// A forecast made again keeps it, and knows the fair.
	await page.goto('/plan/forecast?new&queue=bank%20line');
	await page.waitForLoadState('networkidle');
	await page.getByLabel('Name').fill('Bank again');
	await page.getByRole('button', { name: 'Compute forecast' }).click();
	await expect(page.getByRole('heading', { name: 'Bank again' })).toBeVisible({ timeout: 60_000 });
	await page.waitForLoadState('networkidle');
	expect(Math.abs((await contacts(dayRow(page, /Tue 7 Jul/))) - after)).toBeLessThan(0.03 * after);
	await expect(dayRow(page, /Mon 6 Jul/).getByText(/Bank fair, \+\d+%/)).toBeVisible();
	expect(await contacts(dayRow(page, /Mon 6 Jul/))).toBeGreaterThan(
		1.6 * (await contacts(dayRow(page, /Mon 13 Jul/)))
	);

	await page.getByRole('button', { name: 'Publish', exact: true }).click();
	await expect(page.getByText('Published', { exact: true })).toBeVisible();
	await changes.getByRole('button', { name: 'Take back' }).click();
	// What was published stays as it was.
	await expect(page.getByText('1 changed since')).toBeVisible();
	expect(Math.abs((await contacts(dayRow(page, /Tue 7 Jul/))) - after)).toBeLessThan(0.03 * after);
	await page.getByRole('button', { name: 'Undo' }).last().click();
	await expect(page.getByText('1 changed since')).toHaveCount(0);

	await page.getByRole('link', { name: 'Compare' }).click();
	await expect(page.getByRole('heading', { name: 'Compare forecasts' })).toBeVisible();
	await page.waitForLoadState('networkidle');
	const other = await page
		.getByLabel('Against')
		.getByRole('option', { name: /four weeks · as computed/ })
		.getAttribute('value');
	await page.getByLabel('Against').selectOption(other);
	await expect(page.getByText('Nothing has come in these days yet')).toBeVisible();
	const compared = page
		.getByRole('region', { name: 'By day' })
		.getByRole('row')
		.filter({ hasText: /Tue 7 Jul/ });
	// The table shows the former choice until the page has read the new one.
	await expect
		.poll(async () => numberIn(await compared.getByRole('cell').last().textContent()))
		.toBeLessThan(-0.3 * before);
});

test('a forecast that learned only from what came before is scored on what came', async ({ page }) => {
	await page.goto('/plan/forecast?new&queue=bank%20line');
	await page.waitForLoadState('networkidle');
	await page.getByLabel('Name').fill('As of June');
	await page.getByLabel('Learn from what came before').fill('2026-06-06');
	await page.getByRole('button', { name: 'Compute forecast' }).click();
	await expect(page.getByRole('heading', { name: 'As of June' })).toBeVisible({ timeout: 60_000 });
	await page.getByRole('link', { name: 'Compare' }).click();
	await expect(page.getByRole('heading', { name: 'Error against what came' })).toBeVisible();
	const figure = async (name: string) => {
		const text = await page.getByRole('group', { name, exact: true }).locator('.value').textContent();
		return Number.parseFloat(text!.replace('%', ''));
	};
	expect(await figure('WAPE')).toBeGreaterThan(await figure('Noise floor'));
	expect(await figure('WAPE')).toBeLessThan(20);
	await expect(page.getByRole('figure', { name: 'Error by weekday and interval' })).toBeVisible();
	expect(await seriousIn(page)).toEqual([]);
});

test('a forecast by day reaches 64 weeks; by interval 18 weeks at most', async ({ page }) => {
	await page.goto('/plan/forecast?new&queue=bank%20line');
	await page.waitForLoadState('networkidle');
	await page.getByLabel('Horizon').fill('60');
	await expect(page.getByText('From 1 day to 18 weeks')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Compute forecast' })).toBeDisabled();
	await page.getByLabel('Interval').selectOption('86400');
	await page.getByLabel('Name').fill('By day');
	await page.getByRole('button', { name: 'Compute forecast' }).click();
	await expect(page.getByRole('heading', { name: 'By day', exact: true })).toBeVisible({ timeout: 60_000 });
	await expect(page.getByRole('figure', { name: 'Contacts by day' })).toBeVisible();
	await expect(page.getByText('300 rows')).toBeVisible();
});

test('a file with bad rows keeps the good ones and names the others; taking it back undoes both', async ({
	page
}) => {
	await page.goto('/plan/history');
	await page.waitForLoadState('networkidle');
	const rows = [
		'DateTime,Calls',
		'2026-03-02T09:00:00,10',
		'2026-03-02T09:05:00,-3',
		'2026-03-02T09:10:00,many',
		'2026-03-02T09:15:00,12'
	];
	await page.locator('input[type=file]').setInputFiles(csv('bad rows.csv', rows.join('\n')));
	await page.getByRole('button', { name: 'Import history' }).click();
	await expect(page.getByText('2 rows imported from “bad rows.csv”, 2 left out').first()).toBeVisible();
	const left = page.getByRole('group', { name: 'Rows left out', exact: true });
	await expect(left.locator('tbody tr')).toHaveCount(2);
	await expect(left.locator('tbody tr').first()).toContainText(/3\s*Calls\s*-3\s*Negative/);
	await expect(left.locator('tbody tr').last()).toContainText(/4\s*Calls\s*many\s*Not a number/);

	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByText('“bad rows.csv” was taken back')).toBeVisible();
	await expect(
		page.getByRole('region', { name: 'What there is' }).getByText('bad rows', { exact: true })
	).toHaveCount(0);
});

test('a file that is no history is refused with the reason and nothing typed is lost', async ({ page }) => {
	await page.goto('/plan/history');
	await page.waitForLoadState('networkidle');
	const files = [
		[
			csv('no queue.csv', 'interval_start,offered,answered\n2026-03-02T09:00:00Z,1,1\n'),
			'The column queue is missing'
		],
		[csv('sheet.xlsx', 'PK\u0003\u0004\u0000\u0000\u0000\u0000'), 'This is not a text file']
	] as const;
	await page.getByLabel('Queue · optional').fill('kept');
	await page.getByLabel('Time zone').selectOption('America/Bogota');
	for (const [file, reason] of files) {
		await page.locator('input[type=file]').setInputFiles(file);
		const refused = page.waitForResponse((response) => response.url().includes('/api/v1/history'));
		await page.getByRole('button', { name: 'Import history' }).click();
		expect(await (await refused).json()).toMatchObject({ status: 'refused' });
		await expect(page.getByRole('alert').getByText(`“${file.name}” was not imported`)).toBeVisible();
		await expect(page.getByRole('alert').getByText(reason)).toBeVisible();
		await expect(page.getByLabel('Queue · optional')).toHaveValue('kept');
		await expect(page.getByLabel('Time zone')).toHaveValue('America/Bogota');
		await expect(page.getByText(`${file.name} ·`)).toBeVisible();
	}
});

test('what is too large is refused before it is read, by the page and by the server', async ({
	page,
	demo
}) => {
	const file = csv('huge.csv', 'x'.repeat(33_000_000));
	await page.goto('/plan/history');
	await page.waitForLoadState('networkidle');
	await page.locator('input[type=file]').setInputFiles(file);
	await expect(page.getByRole('alert')).toContainText('at most');
	const answer = await page.request.post(`${demo.url}/api/v1/history?fileName=huge.csv`, {
		headers: { 'content-type': 'text/csv', origin: demo.url },
		data: file.buffer
	});
	expect(answer.status()).toBe(413);
	expect(await answer.json()).toEqual({ error: expect.stringContaining('split it by dates') });
});

test('a supervisor reads forecasts and changes none', async ({ page, signIn, demo }) => {
	await page.context().clearCookies();
	await signIn('supervisor');
	await page.goto('/plan/forecast');
	await expect(page.getByRole('link', { name: 'Bank, four weeks' })).toBeVisible();
	await expect(page.getByText('New forecast')).toHaveCount(0);
	await page.getByRole('link', { name: 'Bank, four weeks' }).click();
	await expect(page.getByRole('heading', { name: 'Bank, four weeks' })).toBeVisible();
	for (const name of ['Publish', 'Change by hand', 'Take back'])
		await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
	await page.goto('/plan/forecast/special-days');
	await expect(page.getByRole('link', { name: 'Download CSV' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Add public holidays' })).toHaveCount(0);
	await page.goto('/plan/history');
	await expect(page.getByRole('button', { name: 'Import history' })).toHaveCount(0);
	const answer = await page.request.post(`${demo.url}/api/v1/history?fileName=a.csv`, {
		headers: { 'content-type': 'text/csv', origin: demo.url },
		data: 'DateTime,Calls\n2026-03-02T09:00:00,1\n'
	});
	expect(answer.status()).toBe(403);
});
