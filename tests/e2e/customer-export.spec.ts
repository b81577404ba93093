import { expect, test } from './fixtures.ts';

test('what is kept of a customer can be taken out as a file, and a wrong id is said to be none', async ({
	page,
	signIn
}) => {
	await signIn('admin');
	await page.goto('/settings/privacy');
	await page.waitForLoadState('networkidle');
	const panel = page.getByRole('region', { name: 'What is kept of a customer' });
	await panel.getByLabel('Customer id').fill('nobody at all');
	await panel.getByRole('button', { name: 'Download as JSON' }).click();
	await expect(panel.getByText('There is no customer with this id.')).toBeVisible();

	const answer = await page.request.get('/api/v1/contacts?period=today');
	const rows = ((await answer.json()) as { rows: { id: string; customer: string | null }[] }).rows;
	const customer = rows.find((row) => row.customer !== null)!.customer!;
	await panel.getByLabel('Customer id').fill(customer);
	const download = page.waitForEvent('download');
	await panel.getByRole('button', { name: 'Download as JSON' }).click();
	const text = (await (await (await download).createReadStream()).toArray()).join('');
	const found = JSON.parse(text) as { customer: string; contacts: { customer: string }[]; events: object[] };
	expect(found.customer).toBe(customer);
	expect(found.contacts.length).toBeGreaterThan(0);
	expect(found.contacts.every((contact) => contact.customer === customer)).toBe(true);
	expect(found.events.length).toBeGreaterThan(0);
});
