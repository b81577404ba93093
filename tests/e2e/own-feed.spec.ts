import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const PHONE = { width: 390, height: 844 };

/** The demo writes its coaching in the background: asked for until it is there. */
async function openFeed(page: Page, tab: string) {
	await expect
		.poll(
			async () => {
				const csv = await page.request.get('/me/feed.csv');
				const text = await csv.text();
				return text.split('\n').some((line) => line.includes(',acw,') && !line.trim().endsWith(','));
			},
			{ timeout: 120_000, intervals: [1_000] }
		)
		.toBe(true);
	await page.goto(`/me?tab=${tab}`);
}

test('on a phone an agent sees one thing to practise, puts it off, and takes that back', async ({
	page,
	signIn
}) => {
	test.setTimeout(240_000);
	await page.setViewportSize(PHONE);
	await signIn('agent');
	await openFeed(page, 'practise');
	const one = page.getByRole('region', { name: /One thing to practise/ });
	await expect(one).toBeVisible();
	await expect(one.getByText(/Fair to expect on your work/).first()).toBeVisible();
	await expect(one.getByText('What to look for')).toBeVisible();
	const title = (await one.getByRole('heading', { level: 2 }).innerText()).replace(/^.*?: /, '');
	await one.getByRole('button', { name: '4 weeks' }).click();
	await expect(page.getByRole('region', { name: 'Put off' })).toContainText(title);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('region', { name: 'Put off' })).toHaveCount(0);
	await expect(one.getByRole('heading', { level: 2 })).toContainText(title);

	await page.getByRole('tab', { name: 'Progress' }).click();
	await expect(page).toHaveURL(/tab=progress/);
	await expect(page.getByRole('progressbar').first()).toBeVisible();
	await expect(page.getByRole('figure', { name: 'After-contact work' })).toBeVisible();
	await expect(
		page
			.getByRole('grid', { name: /fair expectation/ })
			.or(page.getByRole('table', { name: /fair expectation/ }))
	).toContainText('After-contact work');
});

test('an agent acknowledges a session; a coach’s comment comes by itself, and opens from the notices', async ({
	page,
	browser,
	signIn,
	demo
}) => {
	test.setTimeout(240_000);
	await page.setViewportSize(PHONE);
	await signIn('agent');
	await openFeed(page, 'talks');
	const held = page.getByRole('article').filter({ hasText: 'to acknowledge' });
	await held.getByLabel('Anything to add?').fill('I will try the keywords.');
	await held.getByRole('button', { name: 'I have read it' }).click();
	await expect(page.getByText('Your coach knows that you have read it')).toBeVisible();
	await expect(page.getByRole('article').filter({ hasText: 'to acknowledge' })).toHaveCount(0);
	await expect(page.getByText('I will try the keywords.')).toBeVisible();

	const feed = (await (await page.request.get('/api/v1/coaching/agents/lucia.fernandez')).json()) as {
		agentId: string;
	};
	const context = await browser.newContext({ baseURL: demo.url });
	const coach = await context.newPage();
	await signIn('supervisor', coach);
	// The coach has been told, and sees what the agent sees.
	await coach.getByRole('button', { name: /unread notice/ }).click();
	await expect(coach.getByText(/has read and acknowledged the session/).first()).toBeVisible();
	await coach.goto(`/me?agent=${feed.agentId}&tab=talks`);
	await expect(coach.getByText(/You see what (Lucía Fernández|this agent) sees/)).toBeVisible();
	await expect(coach.getByRole('button', { name: 'I have read it' })).toHaveCount(0);
	const comments = coach.getByRole('region', { name: 'Comments' });
	await comments.getByLabel('Write to the agent').fill('See you on Monday.');
	await comments.getByRole('button', { name: 'Send' }).click();
	await expect(comments.getByText('See you on Monday.')).toBeVisible();
	await context.close();

	// Without a new load: the socket tells, and the page asks.
	await expect(page.getByRole('region', { name: 'Comments' })).toContainText('See you on Monday.');
	await page.goto('/me');
	await page.getByRole('button', { name: /unread notice/ }).click();
	await page
		.getByRole('link', { name: /has written a comment/ })
		.first()
		.click();
	await expect(page).toHaveURL(/tab=talks/);
	await expect(page.getByRole('region', { name: 'Comments' })).toContainText('See you on Monday.');
});

test('an own comment is removed and brought back; praise is read', async ({ page, signIn }) => {
	test.setTimeout(240_000);
	await signIn('agent');
	await openFeed(page, 'talks');
	await expect(page.getByRole('region', { name: 'Praise' })).toContainText('double charge');
	const comments = page.getByRole('region', { name: 'Comments' });
	await comments.getByLabel('Write to your coach').fill('A question about refunds');
	await comments.getByRole('button', { name: 'Send' }).click();
	const mine = comments.getByText('A question about refunds');
	await expect(mine).toBeVisible();
	await comments.getByRole('button', { name: 'Remove' }).last().click();
	await expect(mine).toHaveCount(0);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(mine).toBeVisible();
});

test('an agent’s calendar address is shown once, read by anybody who has it, and revoked', async ({
	page,
	context,
	demo,
	signIn
}) => {
	await context.addCookies([{ name: 'PARAGLIDE_LOCALE', value: 'es', url: demo.url }]);
	await signIn('agent');
	await page.goto('/me/calendar');
	await page.getByRole('button', { name: 'Crear mi dirección' }).click();
	const address = await page.locator('code').innerText();
	expect(address).toMatch(/\/calendar\/[\w-]{43}\.ics$/);
	const read = () => fetch(address);
	const answer = await read();
	expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
	// In the language that its owner reads.
	expect(await answer.text()).toContain('Horario: Costa Clara');
	await page.reload();
	await expect(page.locator('code')).toHaveCount(0);
	await page.getByRole('button', { name: 'Revocar la dirección' }).click();
	await expect(page.getByText('La dirección se ha revocado.')).toBeVisible();
	expect((await read()).status).toBe(404);
});
