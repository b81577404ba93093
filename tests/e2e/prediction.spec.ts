import { makeKey } from '../support/run-marea.ts';
import { expect, test } from './fixtures.ts';

const QUEUE = 'Harbour desk';

test('a queue that nobody serves is foreseen below its target, and its page says why', async ({
	page,
	demo,
	signIn
}) => {
	test.slow();
	const key = await makeKey(demo.db, 'ingest');
	const now = Date.now();
	const event = (id: string, type: string, secondsAgo: number) => ({
		specversion: '1.0',
		id: `${id}-${type}`,
		source: 'prediction-spec',
		type: `marea.contact.${type}`,
		time: new Date(now - secondsAgo * 1000).toISOString(),
		data: { contact: id, queue: QUEUE, channel: 'voice' }
	});
	const events = [1, 2, 3, 4, 5, 6].flatMap((i) => [
		event(`harbour-${i}`, 'queued', 200 - i * 10),
		event(`harbour-${i}`, 'abandoned', 100 - i * 10)
	]);
	const response = await fetch(`${demo.url}/api/v1/events`, {
		method: 'POST',
		headers: { authorization: `Bearer ${key}`, 'content-type': 'application/cloudevents-batch+json' },
		body: JSON.stringify(events)
	});
	expect(response.status).toBe(202);

	await signIn('supervisor');
	await page.goto('/?view=table');
	const row = page.getByRole('row').filter({ hasText: QUEUE });
	await expect(page.getByRole('columnheader', { name: 'In 30 min' })).toBeVisible();
	await expect(row.getByText('stays below')).toBeVisible({ timeout: 60_000 });

	await row.getByRole('link', { name: QUEUE }).click();
	await expect(page.getByRole('heading', { name: 'Next 60 minutes' })).toBeVisible();
	await expect(page.getByText('nobody who can serve it is at work')).toBeVisible({ timeout: 30_000 });
	const chart = page.getByRole('group', { name: `Foreseen service level of ${QUEUE}` }).first();
	await expect(chart).toBeVisible();
	await expect(page.getByText('Over the last three hours', { exact: false })).toHaveCount(0);
});
