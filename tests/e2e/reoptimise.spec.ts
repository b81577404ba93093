import type { Page } from '@playwright/test';
import { seriousIn } from './axe.ts';
import { expect, test } from './fixtures.ts';

test.describe.configure({ mode: 'serial' });
// It waits for the demo's planner, who draws up the staffing of the day in the background.
test.beforeEach(() => test.setTimeout(900_000));

const noFaults = async (page: Page) => {
	expect(await seriousIn(page)).toEqual([]);
};
const panel = (page: Page) => page.getByRole('region', { name: 'The rest of the day' });

async function recordAbsent(page: Page, name: string) {
	await page.getByRole('button', { name: 'Record a change' }).click();
	const dialog = page.getByRole('dialog', { name: 'Record a change' });
	await dialog.getByLabel('Agent').selectOption({ label: name });
	await dialog.getByLabel('Reason').fill('ill');
	await dialog.getByRole('button', { name: 'Record a change' }).click();
	await expect(page.getByText(`Recorded for ${name}`)).toBeVisible();
}

test('two people absent: the rest of the day is re-optimised, applied, seen by who is touched, and undone', async ({
	page,
	signIn
}) => {
	await signIn('supervisor');
	// Until there is a plan, there is nothing to hold the day against.
	await expect
		.poll(
			async () => {
				await page.goto('/plan/intraday');
				return page.getByRole('region', { name: /^Agents on contacts/ }).count();
			},
			{ timeout: 600_000, intervals: [5_000] }
		)
		.toBeGreaterThan(0);
	await page.goto('/adherence?tab=changes');
	const { agents } = (await (await page.request.get('/api/v1/live')).json()) as {
		agents: { name: string; state: string | null }[];
	};
	await page.getByRole('button', { name: 'Record a change' }).click();
	const offered = await page.getByLabel('Agent').getByRole('option').allTextContents();
	await page.getByRole('button', { name: 'Cancel' }).click();
	const absent = agents
		.filter(({ name, state }) => offered.includes(name) && (state === 'available' || state === 'handling'))
		.slice(0, 2)
		.map(({ name }) => name);
	expect(absent).toHaveLength(2);
	for (const name of absent) await recordAbsent(page, name);

	await panel(page).getByRole('button', { name: 'Re-optimise the rest of the day' }).click();
	const trade = panel(page).getByRole('group', { name: 'People touched, and agent-hours short' });
	await expect(trade).toBeVisible({ timeout: 90_000 });
	await noFaults(page);
	// The planner picks a point; the address keeps it.
	await trade.getByRole('radio').nth(1).check();
	await expect(page).toHaveURL(/touched=\d/);
	const people = panel(page).getByRole('table');
	const row = people.getByRole('row').nth(1);
	await expect(row).toContainText(/\d+(\.\d)?\/\d+ h today/);
	for (const name of absent) await expect(people.getByText(name)).toHaveCount(0);
	await row.getByRole('button', { name: /^Apply the changes of / }).click();
	await expect(page.getByText(/^Applied and told to: /)).toBeVisible();
	await expect(row).toContainText('In force');
	const changes = page.getByRole('region', { name: 'Changes of the day' });
	const touched = (await row.getByRole('cell').first().textContent())!.trim();
	await expect(changes.getByRole('row').filter({ hasText: touched }).first()).toContainText(
		'Re-optimised at'
	);
	await noFaults(page);
	// The schedule of whom it touches is what was proposed.
	await page.getByRole('button', { name: 'Record a change' }).click();
	const dialog = page.getByRole('dialog', { name: 'Record a change' });
	await dialog.getByLabel('Agent').selectOption({ label: touched });
	const words = (await row.getByRole('cell').nth(1).textContent())!;
	const until = /Stays until (\d\d:\d\d)/.exec(words)?.[1];
	if (until) await expect(dialog.getByText(/^\s*Shift: /)).toContainText(`–${until}`);
	const moved = /(\w+) \d\d:\d\d–\d\d:\d\d moved to (\d\d:\d\d)/.exec(words);
	if (moved) {
		await dialog.getByLabel('What has changed').selectOption('moved');
		const parts = await dialog.getByRole('option').allTextContents();
		expect(parts.some((part) => part.startsWith(`${moved[1]} ${moved[2]}–`))).toBe(true);
	}
	expect(until ?? moved ?? /Comes in|cancelled|Leaves/.exec(words)).not.toBeNull();
	await dialog.getByRole('button', { name: 'Cancel' }).click();

	await panel(page).getByRole('button', { name: 'Take all back' }).click();
	await expect(page.getByText('Taken back', { exact: true })).toBeVisible();
	await expect(changes.getByRole('row').filter({ hasText: touched })).toHaveCount(0);
	for (let left = 2; left > 0; left--) {
		await changes.getByRole('button', { name: 'Take back' }).first().click();
		await expect(changes.getByRole('button', { name: 'Take back' })).toHaveCount(left - 1);
	}
});

test('an agent can neither ask for it nor apply it', async ({ page, signIn }) => {
	await signIn('agent');
	const answer = await page.request.post('/adherence?/dayplan', {
		form: { input: '{}' },
		headers: { origin: new URL(page.url()).origin }
	});
	expect(await answer.text()).not.toContain('"queued"');
});
