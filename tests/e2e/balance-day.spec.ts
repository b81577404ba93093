import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#lib/server/db/open-database.ts';
import { sites } from '#lib/server/db/schema/index.ts';
import { makeKey } from '../support/run-marea.ts';
import { rushCalls, rushHour, seedRush, type Told } from '../support/rush-centre.ts';
import { demoZone, startServer, type RunningServer } from '../support/start-server.ts';
import { addAdmin, ADMIN } from '../support/with-admin.ts';
import { expect, test as base } from './fixtures.ts';

/** No day begins or ends while it runs. */
const TIME_ZONE = demoZone();

interface Rush {
	server: RunningServer;
	/** For its switchboard. */
	key: string;
	/** When nine of the sixteen go on their break. */
	breakAt: number;
}

// A server of its own, without the demo: its people and their day are known.
const test = base.extend<object, { rush: Rush; demo: RunningServer }>({
	rush: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the pattern to know what a fixture needs
		async ({}, use) => {
			const folder = mkdtempSync(join(tmpdir(), 'marea-'));
			const url = `file:${join(folder, 'marea.db')}`;
			const db = await openDatabase(url, 'drizzle');
			await db.orm.insert(sites).values({ id: 'main', name: 'Main', timeZone: TIME_ZONE, createdAt: 0 });
			await addAdmin({ db: url });
			const key = await makeKey(url, 'ingest');
			const { breakAt } = await seedRush(db, Date.now());
			db.close();
			const server = await startServer({ demo: false, db: url });
			await use({ server, key, breakAt });
			await server.stop();
			rmSync(folder, { recursive: true, force: true });
		},
		{ scope: 'worker', timeout: 120_000 }
	],
	demo: [async ({ rush }, use) => use(rush.server), { scope: 'worker' }]
});

async function post(url: string, key: string, events: readonly Told[]): Promise<void> {
	if (events.length === 0) return;
	const response = await fetch(`${url}/api/v1/events`, {
		method: 'POST',
		headers: { authorization: `Bearer ${key}`, 'content-type': 'application/cloudevents-batch+json' },
		body: JSON.stringify(
			events.map(({ id, type, at, data }) => ({
				...{ specversion: '1.0', source: 'switchboard', id, type, data },
				time: new Date(at).toISOString()
			}))
		)
	});
	expect(response.status).toBe(202);
}

test('a break at a better time is proposed, accepted, carried out, and seen among the day’s changes', async ({
	page,
	rush: { server, key, breakAt }
}) => {
	test.slow();
	const sinceMs = Date.now();
	let toldMs = sinceMs;
	await post(server.url, key, rushHour(sinceMs));
	/** The calls go on: what nobody tells of any more is not judged. */
	const goOn = async () => {
		const nowMs = Date.now();
		await post(server.url, key, rushCalls(sinceMs, toldMs, nowMs));
		toldMs = nowMs;
	};

	await page.goto('/sign-in');
	await page.locator('input[type=email]').fill(ADMIN.email);
	await page.locator('input[type=password]').fill(ADMIN.password);
	await page.locator('input[type=password]').press('Enter');
	await page.waitForURL(`${server.url}/`);
	await page.goto('/balance');
	const card = page.locator('[data-proposal]').filter({ hasText: /Move \d breaks? of Rush/ });
	await expect
		.poll(
			async () => {
				await goOn();
				return card.count();
			},
			{ timeout: 120_000, intervals: [5_000] }
		)
		.toBe(1);
	// One or two of the nine, to right after the others.
	const time = (ms: number) =>
		new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, hour: '2-digit', minute: '2-digit' }).format(ms);
	const [from, to] = [time(breakAt), time(breakAt + 15 * 60_000)];
	await expect(card).toContainText(`Break ${from} → ${to}`);
	const [name] = /Person [A-P]/.exec(await card.getByText(/^Person [A-P]/).first().innerText())!; // prettier-ignore
	await card.getByRole('button', { name: /^Accept/ }).click();
	await expect(page.getByText(/^Schedule changed for/)).toBeVisible({ timeout: 30_000 });
	await expect(card.filter({ hasText: name })).toHaveCount(0);

	await page.goto('/adherence?tab=changes');
	const change = page.getByRole('row').filter({ hasText: name }).first();
	await expect(change).toContainText(new RegExp(`${from}.*moved to ${to}`));
	await page.goto('/balance?tab=promises');
	await expect(page.getByRole('row').filter({ hasText: 'Rush' }).first()).toContainText('Due');
});
