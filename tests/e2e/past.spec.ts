import { expect, test } from './fixtures.ts';

/** A moment of a few hours ago, so that the demo's day has something to show, as the address holds it. */
const at = (minutesAgo: number): string =>
	`${new Date(Date.now() - minutesAgo * 60_000).toISOString().slice(0, 16)}:00Z`;

test('a supervisor travels back, plays the floor, shares the moment and comes back to live', async ({
	page,
	signIn
}) => {
	test.slow();
	await signIn('supervisor');
	await page.goto('/');
	const bar = page.getByRole('region', { name: 'A past moment' });
	await expect(async () => {
		// A click before the page's script has started does nothing.
		if (!(await bar.isVisible())) await page.getByRole('button', { name: 'See the floor as it was' }).click();
		await expect(bar).toBeVisible({ timeout: 5_000 });
	}).toPass({ timeout: 45_000 });
	await expect(page).toHaveURL(/[?&]at=/);
	await expect(page.locator('header').getByText('Past', { exact: true })).toBeVisible();
	await expect(bar.getByRole('slider')).not.toHaveAttribute('aria-disabled', 'true', { timeout: 30_000 });

	// A quarter of an hour and five minutes back: the clock in the top bar goes along.
	const clock = page.locator('header .clock .time');
	const minuteOf = async (): Promise<number> => {
		const [hours, minutes] = ((await clock.textContent()) ?? '').split(':').map(Number);
		return hours! * 60 + minutes!;
	};
	const before = await minuteOf();
	await bar.getByRole('button', { name: '15 min back' }).click();
	await expect.poll(async () => (before - (await minuteOf()) + 1_440) % 1_440, { timeout: 30_000 }).toBe(15);
	await bar.getByRole('slider').press('Shift+ArrowLeft');
	await expect.poll(async () => (before - (await minuteOf()) + 1_440) % 1_440, { timeout: 30_000 }).toBe(20);

	// Played at ×60, two minutes go by in two seconds.
	await bar.getByText('×60').click();
	await bar.getByRole('button', { name: 'Play' }).click();
	await expect
		.poll(async () => (before - (await minuteOf()) + 1_440) % 1_440, { timeout: 30_000 })
		.toBeLessThan(19);
	await bar.getByRole('button', { name: 'Pause' }).click();
	await expect(page).not.toHaveURL(/speed=/, { timeout: 15_000 });

	// The moment goes along to another page, and a colleague sees the same by the link.
	const shown = await clock.textContent();
	await page.getByRole('navigation').first().getByRole('link', { name: 'Agents' }).click();
	await expect(page).toHaveURL(/\/agents\?.*at=/, { timeout: 30_000 });
	await expect(bar).toBeVisible();
	await expect(clock).toHaveText(shown!);
	const colleague = await page.context().newPage();
	await colleague.goto(page.url());
	await expect(colleague.locator('header .clock .time')).toHaveText(shown!, { timeout: 30_000 });
	await colleague.close();

	await bar.getByRole('button', { name: 'Back to live' }).click();
	await expect(bar).toBeHidden({ timeout: 30_000 });
	await expect(page).not.toHaveURL(/at=/);
	await expect(page.locator('header').getByText('Live', { exact: true })).toBeVisible({ timeout: 30_000 });
});

test('in Spanish: a queue of a past moment by its link, and what a moment that is none says', async ({
	page,
	context,
	demo,
	signIn,
	problems
}) => {
	test.slow();
	await context.addCookies([{ name: 'PARAGLIDE_LOCALE', value: 'es', url: demo.url }]);
	await signIn('supervisor');
	await page.goto(`/queues/billing-es?at=${at(60)}`);
	const bar = page.getByRole('region', { name: 'Un momento pasado' });
	await expect(bar.getByText('La sala tal como estaba el')).toBeVisible({ timeout: 30_000 });
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Billing|Facturación/);

	await page.goto('/?at=2099-01-01T00:00:00Z');
	await expect(page.getByText('Eso está en el futuro.')).toBeVisible();
	await page.goto('/?at=ayer');
	await expect(page.getByText('«ayer» no es un momento.')).toBeVisible();
	await page.getByRole('link', { name: 'Volver al directo' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Sala' })).toBeVisible();
	// The browser names each answer of 400 itself.
	expect(problems.filter((problem) => !problem.includes('400'))).toEqual([]);
	problems.length = 0;
});

test('an alert rule is tried on a past day before it is switched on', async ({ page, signIn }) => {
	test.slow();
	await signIn('supervisor');
	await page.goto('/alerts');
	await page.getByRole('button', { name: 'Add a rule' }).first().click();
	const dialog = page.getByRole('dialog', { name: 'Add a rule' });
	await dialog.getByLabel('Name', { exact: true }).fill('Anybody waits');
	await dialog.getByLabel('Number watched').selectOption('waiting');
	await dialog.getByLabel('Watch threshold').fill('0');
	await dialog.getByLabel('Hold, seconds').fill('0');
	await dialog.getByRole('button', { name: 'Try', exact: true }).click();
	await expect(dialog.getByText(/Times it would have opened on/)).toBeVisible({ timeout: 60_000 });
	await expect(dialog.getByRole('link').first()).toHaveAttribute('href', /^\/queues\/[^?]+\?at=/);
});
