import AxeBuilder from '@axe-core/playwright';
import { bankLikeHistory } from '../support/bank-like-history.ts';
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
	expect(lines[0]).toBe('interval_start,queue,offered,p10,p90,aht_seconds');
	expect(lines[1]).toMatch(/T07:00:00\+0[12]:00,bank line,[\d.]+,[\d.]+,[\d.]+,$/);
	// 07:00 to 21:00 by half hours, the last of which holds the five minutes to 21:05.
	expect(lines.length - 1).toBeGreaterThanOrEqual(20 * 28);

	await page.getByRole('radio', { name: 'Interval' }).check({ force: true });
	await expect(page).toHaveURL(/by=interval/);
	await expect(page.getByRole('figure', { name: 'Contacts by interval' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Compute staffing' })).toHaveAttribute(
		'href',
		/\/plan\/staffing\?forecast=/
	);
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
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
	const left = page.getByRole('region', { name: 'Rows left out', exact: true });
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
	await page.goto('/plan/history');
	await expect(page.getByRole('button', { name: 'Import history' })).toHaveCount(0);
	const answer = await page.request.post(`${demo.url}/api/v1/history?fileName=a.csv`, {
		headers: { 'content-type': 'text/csv', origin: demo.url },
		data: 'DateTime,Calls\n2026-03-02T09:00:00,1\n'
	});
	expect(answer.status()).toBe(403);
});
