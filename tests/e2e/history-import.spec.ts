import type { APIResponse, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

test.describe.configure({ mode: 'serial' });
test.beforeEach(({ signIn }) => signIn('planner'));

interface Answer {
	status: 'imported' | 'refused';
	importId: string;
	rows?: number;
	replaced?: number;
	notes: { kind: string }[];
	errors: { line: number | null; column: string | null; value: string | null; problem: string }[];
}
const send = (page: Page, name: string, data: string | Buffer, query = ''): Promise<APIResponse> =>
	page.request.post(`/api/v1/history?fileName=${name}.csv&timeZone=Europe/Madrid${query}`, {
		headers: { 'content-type': 'text/csv', origin: new URL(page.url()).origin },
		data
	});
const answer = async (response: Promise<APIResponse>) => (await (await response).json()) as Answer;

test('the API says what was done and what was refused', async ({ page }) => {
	const clash = await answer(
		send(page, 'clash', 'time,calls\n2025-03-03 09:00,4\n2025-03-03 09:30,5\n2025-03-03 09:30,6\n')
	);
	expect(clash).toMatchObject({ status: 'imported', rows: 1 });
	expect(clash.errors.map(({ line, problem }) => [line, problem])).toEqual([
		[3, 'duplicate'],
		[4, 'duplicate']
	]);
	const text = await answer(send(page, 'text', 'time,calls\n2025-03-03 09:00,four\n'));
	expect(text).toMatchObject({
		status: 'refused',
		errors: [{ line: 2, column: 'calls', value: 'four', problem: 'not-a-number' }]
	});
	const wide = await answer(
		send(
			page,
			'wide',
			Buffer.from('\uFEFFtime;calls\n3/4/2025 9:00;12,5\n3/4/2025 9:30;7\n', 'utf16le'),
			'&dateOrder=day-first'
		)
	);
	expect(wide).toMatchObject({ status: 'imported', rows: 2 });
	expect(wide.notes.map(({ kind }) => kind).sort()).toEqual(
		['date-order', 'decimal-comma', 'encoding', 'local-time'].sort()
	);
	const ambiguous = await answer(send(page, 'either', 'time,calls\n3/4/2025 9:00,1\n'));
	expect(ambiguous).toMatchObject({ status: 'refused', errors: [{ problem: 'ambiguous-date' }] });
	const wrong = await send(page, 'order', 'time,calls\n', '&dateOrder=year-first');
	expect(wrong.status()).toBe(400);
	const none = await answer(send(page, 'none', ''));
	expect(none).toMatchObject({ status: 'refused', errors: [{ problem: 'empty-file' }] });
});

test('a file brought in again can be looked at and taken back, and the counts before it return', async ({
	page
}) => {
	const file = (first: number) =>
		`time,calls\n2025-05-05 09:00,${first}\n2025-05-05 09:30,5\n2025-05-05 10:30,-1\n2025-05-05 11:00,7\n`;
	await answer(send(page, 'twice', file(4)));
	const again = await answer(send(page, 'twice', file(400)));
	expect(again.replaced).toBe(3);

	await page.goto('/plan/history');
	await page.waitForLoadState('networkidle');
	const imports = page.getByRole('region', { name: 'Files brought in' });
	await imports.getByRole('row').filter({ hasText: 'twice.csv' }).first().click();
	await expect(page).toHaveURL(/import=/);
	await expect(page.getByText('3 rows imported from “twice.csv”, 1 left out')).toBeVisible();
	await expect(page.getByText('3 intervals were there already')).toBeVisible();
	await expect(page.getByText('twice: 2 intervals missing inside a day')).toBeVisible();
	const left = page.getByRole('region', { name: 'Rows left out: 1' });
	await expect(left.getByRole('row').nth(1)).toContainText('Negative');

	const contacts = page
		.getByRole('region', { name: 'What there is' })
		.getByRole('row')
		.filter({ hasText: 'twice' });
	await expect(contacts).toContainText('412');
	await imports.getByRole('button', { name: 'Take back “twice.csv”' }).first().click();
	await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
	await expect(contacts).toContainText('16');

	await contacts.click();
	await expect(page).toHaveURL(/show=twice/);
	await expect(page.getByRole('figure', { name: 'Hour by hour: twice' })).toBeVisible();
});
