import { addPlainForecast } from '../support/add-plain-forecast.ts';
import { addQueue } from '../support/add-queue.ts';
import { firstAdmin } from '../support/first-admin.ts';
import { startServer } from '../support/start-server.ts';
import { seriousIn } from './axe.ts';
import { expect, test } from './fixtures.ts';

test.describe.configure({ mode: 'serial' });

/** Seconds that the demo's own planning may take beside everything else. */
const PLANNED_WITHIN_MS = 240_000;
let timeZone = 'Europe/Madrid';
const day = (back: number) =>
	new Intl.DateTimeFormat('sv-SE', { timeZone }).format(Date.now() - back * 86_400_000);

test('without a forecast the page says what to do, and of one that is not published that it is none', async ({
	page
}) => {
	const server = await startServer({ demo: false });
	await firstAdmin(page, server.url, 'Europe/Lisbon');
	await page.goto(`${server.url}/plan/intraday`);
	await expect(page.getByText('No forecast for this day')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Forecast' }).last()).toHaveAttribute('href', '/plan/forecast');
	await addQueue(server.db);
	await addPlainForecast(server.db);
	await page.reload();
	await expect(page.getByText('Not a published forecast')).toBeVisible();
	await expect(page.getByRole('figure', { name: 'Contacts: All queues' })).toBeVisible();
	await page.goto('about:blank');
	await server.stop();
	server.remove();
});

test('today shows forecast, people and service level, by queue, in the address', async ({ page, signIn }) => {
	test.setTimeout(PLANNED_WITHIN_MS + 90_000);
	await signIn('supervisor');
	await expect
		.poll(
			async () => {
				const view = (await (await page.request.get('/api/v1/intraday')).json()) as {
					isPublished: boolean | null;
					plan: object | null;
					timeZone: string;
				};
				timeZone = view.timeZone;
				return view.isPublished && view.plan !== null;
			},
			{ timeout: PLANNED_WITHIN_MS }
		)
		.toBe(true);
	await page.goto('/plan/intraday');
	await expect(page.getByText('Not a published forecast')).toHaveCount(0);
	await expect(page.getByRole('figure', { name: 'Contacts: All queues', exact: true })).toBeVisible();
	await expect(page.getByRole('figure', { name: 'Service level: All queues' })).toBeVisible();
	const table = page.getByRole('region', { name: 'The day by queue' });
	await expect(table.getByRole('row').nth(1)).toContainText('All queues');
	await table.getByRole('row').filter({ hasText: 'Billing ES' }).click();
	await expect(page).toHaveURL(/queue=billing-es/);
	await expect(page.getByRole('figure', { name: 'Contacts: Billing ES', exact: true })).toBeVisible();
	await expect(page.getByRole('group', { name: 'Level of the day' })).toBeVisible();
	await expect(page.getByRole('group', { name: 'At the day’s end' })).toContainText('%');
	await expect(page.getByRole('figure', { name: /^Agents/ })).toContainText('Scheduled');
	expect(await seriousIn(page)).toEqual([]);
});

test('the moment up to which the day is known stands in the address and can be taken back', async ({
	page,
	signIn
}) => {
	await signIn('supervisor');
	await page.goto(`/plan/intraday?day=${day(1)}&at=12:00`);
	await expect(page.getByText('up to 12:00', { exact: true }).first()).toBeVisible();
	await page.waitForLoadState('networkidle');
	await page.getByRole('button', { name: 'Whole day' }).click();
	await expect(page).not.toHaveURL(/at=/);
	await expect(page.getByText('end of day', { exact: true }).first()).toBeVisible();
	await page.getByRole('button', { name: 'The day after' }).click();
	await expect(page).not.toHaveURL(/day=/);
	await expect(page.getByText('now', { exact: true }).first()).toBeVisible();
});

test('an agent does not see it', async ({ page, signIn }) => {
	await signIn('agent');
	await expect(page.getByRole('link', { name: 'Intraday' })).toHaveCount(0);
	const response = await page.request.get('/api/v1/intraday');
	expect(response.status()).toBe(403);
});

test('the API answers the day as JSON and as CSV, and refuses a day that is none', async ({
	page,
	signIn
}) => {
	await signIn('supervisor');
	const json = await page.request.get('/api/v1/intraday?queue=billing-es');
	const view = (await json.json()) as { queues: { queueId: string; intervals: unknown[] }[]; day: string };
	expect(view.day).toBe(day(0));
	expect(view.queues.map(({ queueId }) => queueId)).toEqual(['billing-es']);
	const csv = await page.request.get('/api/v1/intraday', { headers: { accept: 'text/csv' } });
	expect((await csv.text()).split('\r\n')[0]).toBe(
		'queue,intervalStart,forecast,p10,p90,reforecast,reforecastP10,reforecastP90,actual,actualAhtSeconds,planned,required,scheduled,staffed,serviceLevel,expectedServiceLevel'
	);
	const refused = await page.request.get('/api/v1/intraday?day=someday');
	expect(refused.status()).toBe(400);
	expect(((await refused.json()) as { error: string }).error).toContain('"someday" must be a date');
});
