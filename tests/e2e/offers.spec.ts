import type { Page } from '@playwright/test';
import type { OfferPreview } from '#lib/contracts/offers.ts';
import { openDatabase } from '#lib/server/db/open-database.ts';
import { seriousIn } from './axe.ts';
import { expect, test } from './fixtures.ts';

const PHONE = { width: 390, height: 844 };
const HOUR = 3_600_000;
const AGENT = { id: 'lucia.fernandez', name: 'Lucía Fernández' };

const localIn = (timeZone: string) => (at: number) => {
	const parts = new Intl.DateTimeFormat('sv-SE', {
		...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit' },
		...{ hour: '2-digit', minute: '2-digit' }
	}).format(at);
	const [day, time] = parts.split(' ') as [string, string];
	return { day, time };
};

interface Span {
	fromAt: number;
	toAt: number;
	/** Agent-hours short in it, as the list shows them. */
	before: string;
	after: string;
}
const shown = (hours: number) =>
	new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(hours);

/** Ends of the agent's shifts in the demo's roster, an hour ahead or more; none until it is published, in the background. */
async function shiftEnds(url: string): Promise<number[]> {
	const db = await openDatabase(url, 'drizzle');
	try {
		const { rows } = await db.client.execute({
			sql: `SELECT s.end_at FROM shifts AS s JOIN rosters AS r ON r.id = s.roster_id
				WHERE r.status = 'published' AND s.agent_id = ? AND s.end_at > ? ORDER BY s.end_at`,
			args: [AGENT.id, Date.now() + 2 * HOUR]
		});
		return rows.map((row) => Number(row.end_at));
	} finally {
		db.close();
	}
}

/** Makes the demo's plan ask for ten more people on each queue in some hours: then it misses each who stays. */
async function askForMore(url: string, { fromAt, toAt }: { fromAt: number; toAt: number }): Promise<void> {
	const db = await openDatabase(url, 'drizzle');
	try {
		await db.client.execute({
			sql: `UPDATE staffing_intervals SET agents = agents + 10, pooled_agents = pooled_agents + 10
				WHERE start_at >= ? AND start_at < ?`,
			args: [fromAt, toAt]
		});
	} finally {
		db.close();
	}
}

/** An hour before the end of one of the agent's shifts, and the one after it, in which the rules allow to stay. */
async function spanAfterShift(page: Page, url: string): Promise<Span | null> {
	for (const end of await shiftEnds(url)) {
		const span = { fromAt: end - HOUR, toAt: end + HOUR };
		const { may, shortHours } = await preview(page, span);
		if (!may.some(({ change }) => change === 'extended') || !shortHours) continue;
		await askForMore(url, span);
		const { before, after } = (await preview(page, span)).shortHours!;
		return { ...span, before: shown(before), after: shown(after) };
	}
	return null;
}

async function preview(page: Page, span: { fromAt: number; toAt: number }): Promise<OfferPreview> {
	const input = { kind: 'overtime', ...span, places: 1, agentIds: [AGENT.id] };
	const answer = await page.request.post('/adherence?/previewOffer', {
		headers: { origin: new URL(page.url()).origin, accept: 'application/json', 'x-sveltekit-action': 'true' },
		form: { input: JSON.stringify(input) }
	});
	return answered((await answer.json()) as { data: string });
}

/** What an action answered: values by their place in a list, as Kit sends them. */
function answered({ data }: { data: string }): OfferPreview {
	const values = JSON.parse(data) as unknown[];
	const at = (place: number): unknown => {
		const value = values[place];
		if (Array.isArray(value)) return value.map(at);
		if (value === null || typeof value !== 'object') return value;
		return Object.fromEntries(Object.entries(value).map(([name, of]) => [name, at(of as number)]));
	};
	return (at(0) as { answer: OfferPreview }).answer;
}
const noFaults = async (page: Page) => {
	expect(await seriousIn(page)).toEqual([]);
	const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	expect(overflow).toBeLessThanOrEqual(0);
};

test('overtime that is offered is accepted on a phone, and schedule, cover and list show it without a reload', async ({
	page,
	browser,
	signIn,
	demo
}) => {
	test.setTimeout(300_000);
	await signIn('supervisor');
	await page.goto('/adherence?tab=offers');
	await expect(page.getByText('Nothing has been offered')).toBeVisible();
	let span: Span | null = null;
	await expect
		.poll(async () => (span = await spanAfterShift(page, demo.db)), { timeout: 150_000, intervals: [2_000] })
		.not.toBeNull();
	const { fromAt, toAt, before, after } = span!;
	expect(Number(after), 'hours short once somebody stays').toBeLessThan(Number(before));
	const day = await page.request.get('/api/v1/adherence');
	const local = localIn(((await day.json()) as { timeZone: string }).timeZone);

	const context = await browser.newContext({ baseURL: demo.url, viewport: PHONE });
	const phone = await context.newPage();
	await signIn('agent', phone);
	await phone.goto('/me');

	await page.getByRole('button', { name: 'Offer overtime or time off' }).click();
	const dialog = page.getByRole('dialog', { name: 'Offer overtime or time off' });
	await dialog.getByLabel('Day').fill(local(fromAt).day);
	await dialog.getByLabel('From').fill(local(fromAt).time);
	await dialog.getByLabel('To', { exact: true }).fill(local(toAt).time);
	await dialog.getByLabel('A word to those who are asked').fill('The launch of the new tariff');
	await dialog.getByLabel('An acceptance can be taken back').selectOption({ label: 'until 1 h before' });
	await dialog.getByRole('button', { name: 'None' }).click();
	await expect(dialog.getByRole('button', { name: 'Ask 0 people' })).toBeDisabled();
	await dialog.getByRole('checkbox', { name: new RegExp(AGENT.name) }).check();
	await noFaults(page);
	await dialog.getByRole('button', { name: 'Ask 1 person' }).click();
	await expect(page.getByText('1 person asked')).toBeVisible();
	const row = page.getByRole('region', { name: 'Offers' }).getByRole('row').filter({ hasText: 'Overtime' });
	await expect(row).toContainText('0 of 1');
	await expect(row).toContainText('Open');
	const short = row.getByRole('cell').nth(8);
	await expect(short).toHaveText(before);
	await noFaults(page);

	// It comes by itself, with what the day becomes.
	const card = phone.getByRole('article').filter({ hasText: 'Overtime' });
	await expect(card).toContainText('The launch of the new tariff');
	await expect(card).toContainText(`–${local(toAt).time}`);
	await noFaults(phone);
	await card.getByRole('button', { name: 'Accept' }).click();
	await expect(phone.getByText('Accepted: your schedule has changed')).toBeVisible();
	await expect(card.getByText('Accepted')).toBeVisible();
	const shifts = phone.getByRole('listitem').filter({ hasText: `–${local(toAt).time}` });
	await expect(shifts.first()).toBeVisible();

	await expect(row).toContainText('1 of 1', { timeout: 30_000 });
	await expect(row).toContainText('All taken');
	await expect(short).toHaveText(after);
	await row.getByRole('button', { name: /Show/ }).click();
	await expect(page.getByRole('row').filter({ hasText: AGENT.name }).last()).toContainText('Stays until');
	const csv = await (await page.request.get('/adherence/offers.csv')).text();
	expect(csv.split('\r\n')[1]).toContain(`,${AGENT.id},${AGENT.name},accepted,`);

	await card.getByRole('button', { name: 'Take back' }).click();
	await expect(phone.getByText('Taken back: your schedule is as it was')).toBeVisible();
	await expect(row).toContainText('0 of 1', { timeout: 30_000 });
	await expect(short).toHaveText(before);
	await row.getByRole('button', { name: /^Withdraw the offer/ }).click();
	await expect(row).toContainText('Withdrawn');
	await expect(phone.getByRole('button', { name: 'Accept' })).toHaveCount(0, { timeout: 30_000 });
	await context.close();
});
