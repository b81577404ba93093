import { expect, test } from './fixtures.ts';

test('an admin tries a text, adds an example, undoes it, and switches masking off and on again', async ({
	page,
	signIn
}) => {
	test.slow();
	await signIn('admin');
	await page.goto('/settings/intents');
	// The demo trains its first model after the start.
	await expect
		.poll(
			async () => {
				await page.reload();
				return page.getByText('No model yet').count();
			},
			{ timeout: 60_000, intervals: [1_000] }
		)
		.toBe(0);
	await page.getByLabel('Text to try').fill('¿Por qué es tan alta mi factura? Quiero hablar con una persona');
	await page.getByRole('button', { name: 'Try' }).click();
	await expect(page.getByText('billing', { exact: true }).first()).toBeVisible();
	await expect(page.getByText('Asks for a person: “hablar con una persona”')).toBeVisible();

	await page.getByRole('button', { name: 'Add an example' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('What the customer says').fill('My bill of 612 345 678 is a riddle');
	await dialog.getByLabel('Intent').fill('billing');
	await dialog.getByLabel('Language').selectOption('en');
	await dialog.getByRole('button', { name: 'Add an example' }).click();
	await page.getByRole('tab', { name: /Examples/ }).click();
	await page.getByRole('searchbox').fill('riddle');
	await expect(page.getByRole('cell', { name: 'My bill of [phone] is a riddle', exact: true })).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('cell', { name: /riddle/ })).toHaveCount(0);

	await page.goto('/settings/privacy');
	const masking = page.getByRole('switch', { name: 'Mask personal numbers in messages' });
	await expect(masking).toBeChecked();
	await masking.click();
	await expect(page.getByText('Personal numbers are stored as they come from now on.')).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(masking).toBeChecked();
});
