import type { Page } from '@playwright/test';
import { seriousIn } from './axe.ts';
import { expect, test } from './fixtures.ts';

test.describe.configure({ mode: 'serial' });
// The first of them meet a demo that is still catching up with its day.
test.beforeEach(() => test.slow());

interface Adherence {
	day: string;
	now: { scheduled: number };
	agents: { agentId: string; adherence: number | null }[];
	exceptions: { name: string }[];
}
const read = async (page: Page) => (await (await page.request.get('/api/v1/adherence')).json()) as Adherence;
const noFaults = async (page: Page) => {
	expect(await seriousIn(page)).toEqual([]);
};

test('a planner sets the grace, and takes it back', async ({ page, signIn }) => {
	await signIn('planner');
	await page.goto('/adherence?tab=map');
	const grace = page.getByLabel('Work, minutes');
	await expect(grace).toHaveValue('3');
	await grace.fill('9');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByText('Saved: every day is judged by it')).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByText('The rules are as they were')).toBeVisible();
	await expect(grace).toHaveValue('3');
	for (const activity of ['Work', 'Break', 'Lunch']) await page.getByLabel(`${activity}, minutes`).fill('0');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByText('Saved: every day is judged by it')).toBeVisible();
	await page.reload();
	await expect(grace).toHaveValue('0');
	await noFaults(page);
});

test('a departure of the day is excused with a reason, which counts at once, and taken back', async ({
	page,
	signIn
}) => {
	await signIn('supervisor');
	await expect.poll(async () => (await read(page)).exceptions.length, { timeout: 60_000 }).toBeGreaterThan(0);
	await page.goto('/adherence?tab=day');
	const excused = page.getByRole('group', { name: 'Excused' });
	await expect(excused).toContainText('0:00');
	const departures = page.getByRole('region', { name: 'Departures of the day' });
	await departures
		.getByRole('button', { name: /^Excuse / })
		.last()
		.click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('Reason').fill('fire drill');
	await dialog.getByRole('button', { name: 'Excuse', exact: true }).click();
	await expect(departures.getByText('Excused: fire drill')).toBeVisible();
	await expect(excused).not.toContainText(/^Excused\s*0:00/);
	await noFaults(page);
	await departures.getByRole('button', { name: 'Take back' }).click();
	await expect(page.getByText('The excuse is taken back')).toBeVisible();
	await expect(departures.getByText('Excused: fire drill')).toHaveCount(0);
});

test('an absence is recorded with what it costs, shows on the live list, and is undone', async ({
	page,
	signIn
}) => {
	await signIn('supervisor');
	await page.goto('/adherence?tab=changes');
	await expect(page.getByText('Nothing has changed today')).toBeVisible();
	const { agents } = (await (await page.request.get('/api/v1/live')).json()) as {
		agents: { name: string; state: string | null }[];
	};
	await page.getByRole('button', { name: 'Record a change' }).click();
	const dialog = page.getByRole('dialog', { name: 'Record a change' });
	const offered = await dialog.getByLabel('Agent').getByRole('option').allTextContents();
	const working = agents.find(
		({ name, state }) => offered.includes(name) && (state === 'available' || state === 'handling')
	)!;
	await dialog.getByLabel('Agent').selectOption({ label: working.name });
	await dialog.getByLabel('Reason').fill('ill');
	await dialog.getByRole('button', { name: 'Record a change' }).click();
	await expect(page.getByText(`Recorded for ${working.name}`)).toBeVisible();
	const changes = page.getByRole('region', { name: 'Changes of the day' });
	await expect(changes.getByRole('row').filter({ hasText: working.name })).toContainText('ill');
	await noFaults(page);
	await page.getByRole('tab', { name: 'Now' }).click();
	const live = page.getByRole('region', { name: 'Departures from the schedule' });
	await expect(live.getByRole('row').filter({ hasText: working.name })).toContainText(
		'Working without a shift',
		{ timeout: 30_000 }
	);
	await noFaults(page);
	await page.getByRole('tab', { name: /^Changes/ }).click();
	await changes.getByRole('button', { name: 'Take back' }).click();
	await expect(page.getByText('The change is taken back')).toBeVisible();
	await expect(page.getByText('Nothing has changed today')).toBeVisible();
});

test('the API answers the day as JSON and CSV', async ({ page, signIn }) => {
	await signIn('supervisor');
	const view = await read(page);
	expect(view.agents.length).toBeGreaterThan(0);
	expect(view.now.scheduled).toBeGreaterThan(0);
	const csv = await page.request.get(`/api/v1/adherence?day=${view.day}`, {
		headers: { accept: 'text/csv' }
	});
	expect((await csv.text()).split('\r\n')[0]).toBe(
		'day,agent,name,team,adherence,conformance,scheduledSeconds,adherentSeconds,graceSeconds,exceptionSeconds,excusedSeconds,unknownSeconds,exceptions'
	);
	expect((await page.request.get('/api/v1/adherence?day=someday')).status()).toBe(400);
});

test('an agent does not see it', async ({ page, signIn }) => {
	await signIn('agent');
	await expect(page.getByRole('link', { name: 'Adherence' })).toHaveCount(0);
	expect((await page.request.get('/api/v1/adherence')).status()).toBe(403);
	expect((await page.request.get('/adherence')).status()).toBe(403);
});
