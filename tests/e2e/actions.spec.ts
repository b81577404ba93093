import { createServer } from 'node:http';
import type { FloorSnapshot } from '#lib/contracts/live.ts';
import { expect, test } from './fixtures.ts';

test('an agent is sent on a break: asked, answered, seen on the floor, undone; notes are kept', async ({
	page,
	signIn
}) => {
	test.slow();
	await signIn('supervisor');
	// Somebody at work: who is available is on shift, whereas who handles a contact may be about to go home.
	let atWork: { id: string; name: string }[] = [];
	await expect
		.poll(
			async () => {
				const live = (await (await page.request.get('/api/v1/live')).json()) as FloorSnapshot;
				const { agents, sources } = live;
				// The demo tells its morning first: who was at work then may be at home by now.
				const isPresent = sources.some(({ lastEventAt }) => (lastEventAt ?? 0) > Date.now() - 60_000);
				const at = (state: string) => agents.filter((agent) => agent.state === state);
				atWork = [...at('available'), ...at('handling')];
				return isPresent ? atWork.length : 0;
			},
			{ timeout: 45_000 }
		)
		.toBeGreaterThan(4);
	const cellOf = (id: string) => page.locator(`[data-agent="${id}"]`);
	const askForBreak = async ({ id, name }: { id: string; name: string }, reason: string) => {
		// Only cells in sight are drawn: this one is the only one.
		await page.goto(`/agents?q=${encodeURIComponent(name)}`);
		await cellOf(id).click();
		await expect(cellOf(id)).toHaveAttribute('aria-selected', 'true');
		await page.getByRole('button', { name: 'Change state…' }).click();
		const dialog = page.getByRole('dialog');
		await dialog.getByText('Break', { exact: true }).click();
		await dialog.getByLabel('Reason').fill(reason);
		await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
		await expect(dialog).toBeHidden();
		await page.getByRole('tab', { name: /Actions and notes/ }).click();
		const asked = page.getByRole('row').filter({ hasText: reason });
		await expect(asked).toContainText('State: Break');
		await expect(asked).toContainText('Sofía Supervisor');
		await expect(asked).toContainText(/Confirmed|Refused/, { timeout: 30_000 });
		return asked;
	};

	// Whose shift is just over, the telephony side sends on no break: then the next one is asked.
	let agent = atWork[0]!;
	let asked = await askForBreak(agent, 'late lunch 0');
	for (let i = 1; i < Math.min(5, atWork.length) && (await asked.innerText()).includes('Refused'); i++) {
		agent = atWork[i]!;
		asked = await askForBreak(agent, `late lunch ${i}`);
	}
	await expect(asked).toContainText('Confirmed');
	await asked.getByRole('button', { name: /^Undo/ }).click();
	const undone = page.getByRole('row').filter({ hasText: 'Undone' });
	await expect(undone).toContainText(/Confirmed|Refused/, { timeout: 30_000 });

	await page.getByRole('tab', { name: 'Agents', exact: true }).click();
	await cellOf(agent.id).click();
	await page.keyboard.press('Enter');
	await page.getByRole('dialog').getByRole('button', { name: 'Note…' }).click();
	await page.getByRole('dialog').getByRole('textbox').fill('new to billing');
	await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
	await page.getByRole('tab', { name: /Actions and notes/ }).click();
	await expect(page.getByRole('row').filter({ hasText: 'Note: new to billing' })).toContainText('Kept');
});

test('agents are chosen by keyboard: arrows move, Shift spans, Ctrl A takes all, Escape lets go', async ({
	page,
	signIn
}) => {
	await signIn('supervisor');
	await page.goto('/agents');
	const cells = page.locator('[data-agent]');
	const chosen = page.locator('[data-agent][aria-selected="true"]');
	await cells.first().focus();
	await page.keyboard.press('Space');
	await expect(chosen).toHaveCount(1);
	await page.keyboard.press('Shift+ArrowRight');
	await page.keyboard.press('Shift+ArrowRight');
	await expect(chosen).toHaveCount(3);
	await expect(page.getByText('3 chosen')).toBeVisible();
	await page.keyboard.press('Control+a');
	await expect(page.getByText('62 chosen')).toBeVisible();
	await page.keyboard.press('End');
	await expect(page.locator('[data-agent]:focus')).toBeInViewport();
	await page.keyboard.press('Escape');
	await expect(page.getByText('62 chosen')).toBeHidden();
});

test('a webhook is made with its secret shown once, tried out, and what came of it is told', async ({
	page,
	signIn
}) => {
	test.slow();
	const heard: string[] = [];
	const receiver = createServer((request, response) => {
		heard.push(String(request.headers['webhook-signature']));
		// The first try is refused, so that a retry can be seen.
		response.writeHead(heard.length === 1 ? 500 : 204).end();
	});
	await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
	const { port } = receiver.address() as { port: number };
	try {
		await signIn('admin');
		await page.goto('/settings/webhooks');
		await page.getByLabel('Name').fill('switchboard');
		await page.getByLabel('Address').fill(`http://127.0.0.1:${port}/hook`);
		await page.getByRole('button', { name: 'Add a webhook' }).click();
		await expect(page.getByText(/^whsec_/)).toBeVisible();
		await page.getByRole('button', { name: 'Send a test to switchboard' }).click();
		const sent = page.getByRole('row').filter({ hasText: 'marea.test' });
		// Refused at first, and tried again.
		await expect(sent).toContainText('Sent', { timeout: 60_000 });
		expect(heard).toHaveLength(2);
		expect(heard[0]).toMatch(/^v1,/);
		await page.reload();
		await expect(page.getByText(/^whsec_/)).toHaveCount(0);
		await page.getByRole('link', { name: 'Revoke switchboard' }).click();
		await page.getByRole('button', { name: 'Revoke', exact: true }).click();
		await expect(page.getByText('The webhook is revoked.')).toBeVisible();
	} finally {
		receiver.close();
	}
});

test('nobody without the right is shown an action, or gets one by the API', async ({
	page,
	demo,
	signIn
}) => {
	await signIn('planner');
	await page.goto('/agents');
	await page.locator('[data-agent]').first().click();
	await expect(page.getByText('1 chosen')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Change state…' })).toHaveCount(0);
	const answer = await page.request.post(`${demo.url}/api/v1/commands`, {
		headers: { origin: demo.url },
		data: { kind: 'help.ask', payload: { text: 'help' } }
	});
	expect(answer.status()).toBe(403);
});
