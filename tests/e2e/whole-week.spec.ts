import ICAL from 'ical.js';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { cellOf, goTo, gridOf } from './roster-grid.ts';

const MIN_REST_MS = 12 * 3_600_000;
const PHONE = { width: 390, height: 844 };

/** The shifts of a calendar feed by their ids, as a calendar program reads them. */
async function readFeed(address: string) {
	const answer = await fetch(address);
	expect(answer.status).toBe(200);
	const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
	const shifts = calendar.getAllSubcomponents('vevent').flatMap((part) => {
		const event = new ICAL.Event(part);
		if (!event.uid.startsWith('shift-')) return [];
		const start = event.startDate.toJSDate().getTime();
		const end = event.endDate.toJSDate().getTime();
		const times = `${start}-${end}`;
		const sequence = Number(part.getFirstPropertyValue('sequence') ?? 0);
		return [[event.uid, { start, end, times, sequence }] as const];
	});
	expect(new Set(shifts.map(([uid]) => uid)).size).toBe(shifts.length);
	return new Map(shifts);
}

/** The demo's history comes in the background: asked for until the form is there. */
async function openForecast(page: Page) {
	const compute = page.getByRole('button', { name: 'Compute forecast' });
	await expect
		.poll(
			async () => {
				await page.goto('/plan/forecast?new');
				return compute.isVisible();
			},
			{ timeout: 90_000, intervals: [1_000] }
		)
		.toBe(true);
	return compute;
}

test('the centre’s whole week: forecast, staffing, a run, a hand edit, publication, acknowledged on a phone, in the calendar', async ({
	page,
	demo,
	signIn,
	browser
}) => {
	test.setTimeout(240_000);
	await signIn('planner');

	await test.step('forecast', async () => {
		const compute = await openForecast(page);
		await page.getByLabel('Name', { exact: true }).fill('The whole week');
		await page.getByLabel('Horizon').fill('2');
		await page.getByLabel('Unit').selectOption({ label: 'weeks' });
		await compute.click();
		await page.waitForURL(/\/plan\/forecast\/[0-9a-f-]{36}/, { timeout: 90_000 });
	});

	await test.step('staffing', async () => {
		await page.getByRole('link', { name: 'Compute staffing' }).click();
		await page.getByText('Limits, bots and simulation').click();
		await page.getByLabel('Simulated runs').fill('20');
		await page.getByRole('button', { name: 'Work out staffing' }).click();
		await page.waitForURL(/\/plan\/staffing\/[0-9a-f-]{36}/, { timeout: 60_000 });
		await expect(page.getByRole('figure', { name: 'Agents required' })).toBeVisible();
	});

	await test.step('a run, stopped with the best so far', async () => {
		await page.getByRole('link', { name: 'Make a roster' }).click();
		await page.waitForURL(/\/plan\/roster\?plan=/);
		await page.getByLabel('Search time').fill('120');
		await page.getByRole('button', { name: 'Make the roster' }).click();
		const run = page.getByRole('region', { name: 'Search under way' });
		await expect(run.getByRole('group', { name: 'Objective' })).not.toContainText('–', { timeout: 60_000 });
		await run.getByRole('button', { name: 'Stop and keep the best' }).click();
		await page.waitForURL(/\/plan\/roster\/[0-9a-f-]{36}/, { timeout: 60_000 });
		await expect(page.getByRole('group', { name: 'Independent check' })).toContainText('No rule broken');
	});

	await test.step('a hand edit', async () => {
		await expect(page.locator('canvas[data-version]')).toBeVisible({ timeout: 30_000 });
		await gridOf(page).focus();
		await page.keyboard.press('Control+Home');
		await goTo(page, true);
		await page.keyboard.press('m');
		await expect(cellOf(page)).toContainText('Meeting');
		await expect(page.getByText('Saved', { exact: true })).toBeVisible();
		await expect(page.getByRole('group', { name: 'Independent check' })).toContainText('No rule broken');
	});

	const phone = await browser.newPage({ viewport: PHONE, baseURL: demo.url });
	await signIn('agent', phone);
	await phone.goto('/me/calendar');
	await phone.getByRole('button', { name: 'Make my address' }).click();
	const address = await phone.locator('code').innerText();
	const before = await readFeed(address);

	await test.step('publish', async () => {
		await page.getByRole('link', { name: 'Publish…' }).click();
		await page.waitForURL(/\/publish$/);
		await expect(page.getByRole('group', { name: 'People with changes' })).not.toContainText(/^0$/);
		await page.getByLabel('Note to the agents').fill('The week of the whole test');
		await page.getByRole('button', { name: /^Publish and tell/ }).click();
		await expect(page.getByText(/^Published: \d+ pe/).first()).toBeVisible({ timeout: 30_000 });
		await expect(page.getByText(/^0 of \d+ have acknowledged/)).toBeVisible();
	});

	await test.step('the agent acknowledges it on a phone', async () => {
		await phone.goto('/me');
		const card = phone.getByRole('region', { name: /Your schedule from .* (has changed|is out)/ });
		await expect(card).toContainText('The week of the whole test');
		await expect(card.getByRole('listitem').first()).toContainText(/\d\d:\d\d–\d\d:\d\d/);
		const overflow = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
		expect(overflow, 'pixels to the side').toBeLessThanOrEqual(0);
		await card.getByRole('button', { name: 'I have read it' }).click();
		await expect(phone.getByText('your planner sees that you know')).toBeVisible();
		await expect(card).toHaveCount(0);
		await page.reload();
		await expect(page.getByText(/^1 of \d+ have acknowledged/)).toBeVisible();
	});

	await test.step('the calendar follows', async () => {
		const after = await readFeed(address);
		const moved = [...after].filter(([uid, { times }]) => before.get(uid)?.times !== times);
		const gone = [...before.keys()].filter((uid) => !after.has(uid));
		expect(moved.length + gone.length).toBeGreaterThan(0);
		for (const [uid, { sequence }] of moved)
			expect(sequence, uid).toBeGreaterThan(before.get(uid)?.sequence ?? -1);
		for (const [uid, { times, sequence }] of after)
			if (before.get(uid)?.times === times)
				expect(sequence).toBeGreaterThanOrEqual(before.get(uid)!.sequence);
		// One a day of the roster, which its id names: a shift may begin after midnight, on the day of the next one, but never
		// before the rest that the demo's contract asks for.
		const inOrder = [...after].sort(([, x], [, y]) => x.start - y.start);
		expect(inOrder.map(([uid]) => uid)).toEqual([...after.keys()].sort());
		for (const [i, [uid, { start }]] of inOrder.entries())
			if (i > 0) expect(start - inOrder[i - 1]![1].end, uid).toBeGreaterThanOrEqual(MIN_REST_MS);
	});
	await phone.close();
});
