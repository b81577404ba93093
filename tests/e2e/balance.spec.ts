import { expect, test } from './fixtures.ts';

test('what if becomes a proposal, is accepted as an action like any other, and its promise is kept', async ({
	page,
	signIn
}) => {
	test.slow();
	await signIn('supervisor');
	// Two queues of which one has somebody who could serve the other.
	const ways = ['billing-es', 'technical-es', 'sales-es', 'retention-es', 'chat-es', 'chat-en'].flatMap(
		(from, _, all) => all.flatMap((to) => (from === to ? [] : [{ from, to }]))
	);
	let way: (typeof ways)[number] | undefined;
	await expect
		.poll(
			async () => {
				// Of two who could go one may be at a break by the time of the click.
				for (const count of [2, 1])
					for (const one of ways) {
						const m = `move:${one.from}:${one.to}:${count}`;
						if (!(await page.request.get(`/api/v1/balance/what-if?m=${m}`)).ok()) continue;
						way = one;
						return true;
					}
				return false;
			},
			{ timeout: 90_000, intervals: [3_000] }
		)
		.toBe(true);
	const { from, to } = way!;

	await page.goto('/');
	await page.getByRole('link', { name: 'Moves', exact: true }).first().click();
	await expect(page).toHaveURL(/\/balance$/, { timeout: 45_000 });
	await page.getByRole('tab', { name: 'What if' }).click();
	await page.getByLabel('From').selectOption(from);
	await page.getByLabel('To', { exact: true }).selectOption(to);
	await page.getByRole('button', { name: 'Add' }).click();
	await expect(page.getByRole('figure', { name: /^Service level of .*without and with the change/ }).first()).toBeVisible({ timeout: 45_000 }); // prettier-ignore
	// The address holds it.
	await expect(page).toHaveURL(new RegExp(`m=move(:|%3A)${from}`));
	await page.getByRole('button', { name: 'Make it a proposal' }).click();

	const card = page.locator('[data-proposal]').filter({ hasText: 'Put together by hand' });
	await expect(card).toHaveCount(1, { timeout: 30_000 });
	await expect(card.getByRole('heading')).toContainText('Move 1 from');
	// By keyboard: put aside with a reason, taken back, accepted.
	await card.focus();
	await page.keyboard.press('d');
	await expect(page.getByLabel('Reason')).toBeFocused();
	await page.keyboard.type('not before the break');
	await page.keyboard.press('Enter');
	await expect(card).toHaveCount(0);
	await expect(page.getByText('not before the break')).toBeVisible();
	await page.getByRole('button', { name: /^Take back/ }).click();
	await expect(card).toHaveCount(1);
	await card.focus();
	await page.keyboard.press('a');
	await expect(page.getByText(/^Asked for: 1\./)).toBeVisible({ timeout: 30_000 });
	await expect(card).toHaveCount(0);
	const asked = page
		.getByRole('listitem')
		.filter({ hasText: /Serves|queues/i })
		.first();
	await expect(asked).toContainText(/Confirmed|Refused/, { timeout: 30_000 });

	const commands = (await (await page.request.get('/api/v1/commands?kind=agent.queues')).json()) as {
		origin: string;
	}[];
	expect(commands.some(({ origin }) => origin === 'balancer')).toBe(true);

	await page.getByRole('tab', { name: /Promises/ }).click();
	const promise = page.getByRole('row').filter({ hasText: 'Sofía Supervisor' }).first();
	await expect(promise).toContainText('Due', { timeout: 30_000 });
	await expect(page.getByText('0 of 0 judged')).toBeVisible();
	await expect(page).toHaveURL(/tab=promises/);
	const csv = await page.request.get('/api/v1/balance/promises', { headers: { accept: 'text/csv' } });
	expect(csv.headers()['content-type']).toContain('text/csv');
	expect(await csv.text()).toContain(`,${to},`);
});

test('a planner sees the moves and answers none; an agent sees none of it', async ({
	page,
	signIn,
	problems
}) => {
	await signIn('planner');
	await page.goto('/balance?tab=what-if&m=extra:billing-es:1');
	await expect(page.getByRole('heading', { name: 'Moves' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Make it a proposal' })).toHaveCount(0);
	await page.getByRole('tab', { name: /Proposals/ }).click();
	await expect(page.getByText(/Floor of|Nothing has been worked out/)).toBeVisible();
	await expect(page.getByRole('button', { name: /^Accept/ })).toHaveCount(0);

	await page.context().clearCookies();
	await signIn('agent');
	expect((await page.goto('/balance'))!.status()).toBe(403);
	for (const path of ['', '/promises', '/what-if?m=extra:billing-es:1'])
		expect((await page.request.get(`/api/v1/balance${path}`)).status(), path).toBe(403);
	// The refused page says so in the console, too.
	problems.length = 0;
});
