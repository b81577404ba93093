import { openDatabase } from '#lib/server/db/open-database.ts';
import { expect, test } from './fixtures.ts';

/** Waits for the demo's first comparison, in which the demo's agent has something to practise, and for the roster of days to come. */
async function agentWithFinding(url: string): Promise<{ id: string; name: string }> {
	const db = await openDatabase(url, 'drizzle');
	try {
		let rows: Record<string, unknown>[] = [];
		await expect
			.poll(
				async () => {
					const found = await db.client.execute(
						`SELECT a.id, a.name FROM users AS u JOIN agents AS a ON a.id = u.agent_id
							JOIN coaching_findings AS f ON f.agent_id = a.id
							JOIN shifts AS s ON s.agent_id = a.id AND s.start_at > unixepoch() * 1000
							JOIN rosters AS r ON r.id = s.roster_id AND r.status = 'published'
							WHERE u.email = 'agent@demo.marea' AND json_array_length(f.recommendations) > 0 LIMIT 1`
					);
					rows = found.rows as unknown as Record<string, unknown>[];
					return rows.length;
				},
				{ timeout: 180_000, intervals: [1_000] }
			)
			.toBe(1);
		return { id: String(rows[0]!.id), name: String(rows[0]!.name) };
	} finally {
		db.close();
	}
}

test('a supervisor plans what is recommended, holds the session with a goal, and the effect is measured; the agent reads it', async ({
	page,
	demo,
	signIn,
	browser
}) => {
	test.setTimeout(360_000);
	const agent = await agentWithFinding(demo.db);
	await signIn('supervisor');

	await page.getByRole('link', { name: 'Coaching', exact: true }).first().click();
	await expect(page.getByRole('heading', { level: 1, name: 'Coaching' })).toBeVisible();
	const row = page
		.getByRole('row')
		.filter({ has: page.getByRole('link', { name: agent.name, exact: true }) });
	// What, why and how sure.
	await expect(row).toContainText(/fair/);
	await expect(row).toContainText(/\d+% likely to help/);

	// From the figures to a plan.
	await row.getByRole('link', { name: agent.name, exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name: agent.name })).toBeVisible();
	await expect(page.getByRole('table', { name: 'Beside what is fair to expect' })).toContainText('Gap');
	await page.getByRole('button', { name: 'Plan session' }).first().click();
	const dialog = page.getByRole('dialog', { name: `Plan a session with ${agent.name}` });
	// Times of the published roster in which the agent is at work; how many are to spare is told once the demo has a plan.
	await expect(dialog.getByText(/on shift|to spare/).first()).toBeVisible();
	await dialog.getByRole('radio').first().check();
	await dialog.getByRole('button', { name: 'Plan session' }).click();
	await page.waitForURL(/\/coaching\/sessions\/[0-9a-f-]{36}/);
	const address = page.url();
	await expect(page.getByRole('heading', { level: 1, name: `Session with ${agent.name}` })).toBeVisible();
	await expect(page.getByText('Planned', { exact: true })).toBeVisible();

	// Called off, and brought back by undo.
	await page.getByRole('button', { name: 'Cancel session' }).click();
	await expect(page.getByText('Cancelled', { exact: true })).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByText('Planned', { exact: true })).toBeVisible();

	// Held: notes and the goal that the form proposes.
	await expect(page.getByRole('button', { name: 'Session was held' })).toBeDisabled();
	await page.getByLabel('Notes').fill('We went through two calls. You will confirm the reason early.');
	await expect(page.getByLabel('Target')).not.toHaveValue('');
	await page.getByRole('button', { name: 'Session was held' }).click();
	await expect(page.getByText('Session held: the agent can read it now')).toBeVisible();
	await expect(page.getByText('We went through two calls.')).toBeVisible();
	await expect(page.getByText('Waiting for the agent to acknowledge it.')).toBeVisible();
	await expect(page.getByText(/from .+ to .+ by/)).toBeVisible();
	await expect(page.getByText('Not measured yet: it is answered with the next comparison.')).toBeVisible();

	// The next comparison measures it: right after a session the answer is that it is too early.
	await page.goto('/coaching');
	await page.getByRole('button', { name: 'Compute anew' }).click();
	await expect(page.getByText('Compared anew: findings and effects are up to date')).toBeVisible({
		timeout: 120_000
	});
	await page.goto(address);
	await expect(page.getByText('Too early to tell').first()).toBeVisible();
	await expect(page.getByText(/About \d+ more days of contacts/).first()).toBeVisible();

	// What the agent sees of it: the notes, and nothing to hold or cancel.
	const phone = await browser.newPage({ viewport: { width: 390, height: 844 }, baseURL: demo.url });
	await signIn('agent', phone);
	await phone.goto(address);
	await expect(phone.getByText('We went through two calls.')).toBeVisible();
	await expect(phone.getByText(/from .+ to .+ by/)).toBeVisible();
	await expect(phone.getByRole('button', { name: 'Cancel session' })).toHaveCount(0);
	await expect(phone.getByRole('button', { name: 'Session was held' })).toHaveCount(0);

	// The agent acknowledges it on their own page, and the supervisor sees that.
	await phone.goto('/me?tab=talks');
	await phone.waitForLoadState('networkidle').catch(() => undefined);
	const held = phone.getByRole('article').filter({ hasText: 'We went through two calls.' });
	await held.getByLabel('Anything to add?').fill('Will do, thank you');
	await held.getByRole('button', { name: 'I have read it' }).click();
	await expect(held.getByRole('button', { name: 'I have read it' })).toHaveCount(0);
	await phone.close();
	await page.reload();
	await expect(page.getByText('Acknowledged', { exact: true }).first()).toBeVisible();
});

test('a changed catalogue is kept, and undone', async ({ page, signIn }) => {
	await signIn('supervisor');
	await page.goto('/coaching/catalogue');
	const module = page.getByRole('group').filter({ hasText: 'Ten questions against the clock' }).first();
	await module.getByText('Ten questions against the clock').first().click();
	await module.getByLabel('Time of the agent').fill('25');
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(page.getByText('Catalogue saved: the next computation uses it')).toBeVisible();
	await expect(page.getByText('25 min of the agent, 10 of the coach').first()).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByText('The catalogue is as it was before')).toBeVisible();
	await expect(page.getByText('45 min of the agent, 10 of the coach').first()).toBeVisible();
});

test('agents and planners get no coaching page', async ({ page, signIn, problems }) => {
	for (const role of ['agent', 'planner'] as const) {
		await page.context().clearCookies();
		await signIn(role);
		for (const path of ['/coaching', '/coaching/catalogue', '/coaching/agents/anybody']) {
			const response = await page.goto(path);
			expect(response?.status(), `${role} at ${path}`).toBe(403);
		}
	}
	// The refusals themselves are what the browser notes.
	expect(problems.every((text) => text.includes('403'))).toBe(true);
	problems.length = 0;
});
