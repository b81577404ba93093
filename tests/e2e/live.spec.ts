import { expect, test as base } from './fixtures.ts';
import { makeKey } from '../support/run-marea.ts';
import { startServer, type RunningServer } from '../support/start-server.ts';

// A server of its own: this one is restarted under the page.
const test = base.extend<object, { demo: RunningServer }>({
	demo: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the pattern to know what a fixture needs
		async ({}, use) => {
			const server = await startServer({ demo: true });
			await use(server);
			server.remove();
		},
		{ scope: 'worker', timeout: 120_000 }
	]
});

const event = (id: string, type: string, data: object) => ({
	specversion: '1.0',
	id,
	source: 'live-spec',
	type: `marea.${type}`,
	time: new Date().toISOString(),
	data
});

async function post(url: string, key: string, events: object[]): Promise<void> {
	const response = await fetch(`${url}/api/v1/events`, {
		method: 'POST',
		headers: { authorization: `Bearer ${key}`, 'content-type': 'application/cloudevents-batch+json' },
		body: JSON.stringify(events)
	});
	expect(response.status).toBe(202);
}

test('the floor shows what happens without reload, also across a restart of the server', async ({
	page,
	demo,
	signIn,
	problems
}) => {
	test.slow();
	const key = await makeKey(demo.db, 'ingest');
	await signIn('supervisor');
	await page.goto('/');
	await post(demo.url, key, [
		event('1', 'contact.queued', { contact: 'c1', queue: 'Lost luggage', channel: 'chat' }),
		event('2', 'contact.queued', { contact: 'c2', queue: 'Lost luggage', channel: 'chat' })
	]);
	const row = page.getByRole('row').filter({ hasText: 'Lost luggage' });
	await expect(row.getByText('2', { exact: true }).first()).toBeVisible();

	await demo.stop();
	const again = await startServer({ demo: true, db: demo.db, port: demo.port });
	await post(again.url, key, [
		event('3', 'contact.queued', { contact: 'c3', queue: 'Lost luggage', channel: 'chat' })
	]);
	await expect(row.getByText('3', { exact: true }).first()).toBeVisible({ timeout: 45_000 });
	await again.stop();
	// While the server was away the browser said so for each try to connect.
	expect(
		problems.filter((problem) => !/ERR_CONNECTION|WebSocket|Failed to load resource/.test(problem))
	).toEqual([]);
	problems.length = 0;
});
