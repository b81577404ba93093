import { firstAdmin } from '../support/first-admin.ts';
import { makeKey } from '../support/run-marea.ts';
import { rushCalls, rushHour, seedRushCentre, type Told } from '../support/rush-centre.ts';
import { startServer, type RunningServer } from '../support/start-server.ts';
import { expect, test as base } from './fixtures.ts';

// A server of its own, without the demo: its people and their day are known.
const test = base.extend<object, { demo: RunningServer }>({
	demo: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the pattern to know what a fixture needs
		async ({}, use) => {
			const server = await startServer({ demo: false });
			await use(server);
			server.remove();
		},
		{ scope: 'worker', timeout: 120_000 }
	]
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
	demo: first,
	problems
}) => {
	test.slow();
	await firstAdmin(page, first.url, 'UTC');
	await page.goto('about:blank');
	await first.stop();
	const { breakAt } = await seedRushCentre(first.db, Date.now());
	const server = await startServer({ demo: false, db: first.db, port: first.port });
	try {
		const key = await makeKey(server.db, 'ingest');
		const sinceMs = Date.now();
		let toldMs = sinceMs;
		await post(server.url, key, rushHour(sinceMs));

		await page.goto(`${server.url}/balance`);
		const card = page.locator('[data-proposal]').filter({ hasText: /Move \d breaks? of Rush/ });
		await expect
			.poll(
				async () => {
					// The calls go on: what nobody tells of any more is not judged.
					const nowMs = Date.now();
					await post(server.url, key, rushCalls(sinceMs, toldMs, nowMs));
					toldMs = nowMs;
					return card.count();
				},
				{ timeout: 120_000, intervals: [5_000] }
			)
			.toBe(1);
		// One or two of the five, to right after the others.
		const time = (ms: number) => new Date(ms).toISOString().slice(11, 16);
		const [from, to] = [time(breakAt), time(breakAt + 15 * 60_000)];
		await expect(card).toContainText(`Break ${from} → ${to}`);
		const who = await card.getByText(/^Person \d/).first().innerText(); // prettier-ignore
		const name = /Person \d/.exec(who)![0];
		await card.getByRole('button', { name: /^Accept/ }).click();
		await expect(page.getByText(/^Schedule changed for/)).toBeVisible({ timeout: 30_000 });
		await expect(card.filter({ hasText: name })).toHaveCount(0);

		await page.goto(`${server.url}/adherence?tab=changes`);
		const change = page.getByRole('row').filter({ hasText: name }).first();
		await expect(change).toContainText(new RegExp(`${from}.*moved to ${to}`));
		await page.goto(`${server.url}/balance?tab=promises`);
		await expect(page.getByRole('row').filter({ hasText: 'Rush' }).first()).toContainText('Due');
	} finally {
		await page.goto('about:blank');
		problems.length = 0;
		await server.stop();
	}
});
