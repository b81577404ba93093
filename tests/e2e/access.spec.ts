import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { firstAdmin } from '../support/first-admin.ts';
import { startServer } from '../support/start-server.ts';
import { joinFloor, openSocket } from '../support/open-socket.ts';
import { runMarea } from '../support/run-marea.ts';
import { signIn as signInByForm } from '../support/sign-in.ts';
import { totpCode } from '../../src/lib/server/access/totp.ts';

test('the demo accounts are offered, and one click signs in', async ({ page }) => {
	await page.goto('/sign-in');
	await expect(page.getByText('supervisor@demo.marea')).toBeVisible();
	await expect(page.getByText('marea-demo').first()).toBeVisible();
});

test('an agent sees their own schedule and no floor, planning or settings', async ({
	page,
	signIn,
	problems
}) => {
	await signIn('agent');
	await page.goto('/me');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Roster', exact: true })).toHaveCount(0);
	for (const path of ['/agents', '/plan/roster', '/settings/users'])
		expect((await page.goto(path))?.status(), path).toBe(403);
	// The browser reports each refused page; nothing else may be wrong.
	expect(problems.filter((problem) => !problem.includes('403'))).toEqual([]);
	problems.length = 0;
});

test('signing out ends the session', async ({ page, signIn }) => {
	await signIn('planner');
	await page.goto('/plan/forecast');
	await page.evaluate(() => fetch('/sign-out', { method: 'POST' }));
	await page.goto('/plan/forecast');
	await expect(page).toHaveURL(/\/sign-in\?next=%2Fplan%2Fforecast/);
});

const QUEUE = 'billing-es';
const PASSWORD = 'a battery staple';

/** Adds an account by the command line, as an operator would. */
async function addUser(db: string, email: string, ...more: string[]): Promise<void> {
	const { code, stderr } = await runMarea(
		['user', 'add', '--email', email, '--name', 'Carla', '--role', 'supervisor', '--db', db, ...more],
		PASSWORD
	);
	if (code !== 0) throw new Error(stderr);
}

async function enter(page: Page, email: string, password = PASSWORD): Promise<void> {
	await page.goto('/sign-in');
	await page.locator('input[type=email]').fill(email);
	await page.locator('input[type=password]').fill(password);
	await page.locator('input[type=password]').press('Enter');
	await page.waitForURL((url) => url.pathname !== '/sign-in');
	await page.waitForLoadState('networkidle').catch(() => undefined);
}

test.describe('a supervisor of one queue', () => {
	const email = 'carla.queue@example.org';

	test('sees that queue and nothing else on the floor, by socket, as CSV and by the API', async ({
		page,
		demo,
		problems
	}) => {
		test.setTimeout(240_000);
		await addUser(demo.db, email, '--queues', QUEUE);
		await enter(page, email);
		await page.goto('/');
		const links = page.locator('a[href^="/queues/"]');
		await expect(links.first()).toBeVisible();
		const hrefs = await links.evaluateAll((all) =>
			all.map((link) => link.getAttribute('href')!.split('?')[0])
		);
		expect([...new Set(hrefs)]).toEqual([`/queues/${QUEUE}`]);
		// Settings, planning and people are of the whole centre.
		await expect(page.getByRole('link', { name: 'Settings', exact: true })).toHaveCount(0);
		for (const path of ['/settings/users', '/plan/forecast', '/plan/roster'])
			expect((await page.goto(path))?.status(), path).toBe(403);
		expect((await page.goto('/queues/sales-es'))?.status()).toBe(404);
		await page.goto('/alerts');
		await page.getByRole('button', { name: 'Add a rule' }).first().click();
		const chosen = page.getByRole('dialog', { name: 'Add a rule' }).getByLabel('Queue', { exact: true });
		await expect(chosen.locator('option')).toHaveCount(1);
		await expect(chosen).toHaveValue(QUEUE);
		expect(problems.filter((problem) => !/40[34]/.test(problem))).toEqual([]);
		problems.length = 0;

		const cookie = await signInByForm(demo, email, PASSWORD);
		const socket = await openSocket(demo.url, { cookie });
		const joined = await joinFloor(socket);
		if (!joined.ok || !('snapshot' in joined)) throw new Error('no snapshot');
		const { queues, agents, site, series } = joined.snapshot;
		expect(queues.map(({ id }) => id)).toEqual([QUEUE]);
		expect(Object.keys(series)).toEqual([QUEUE]);
		expect(site.today.offered).toBe(queues[0]!.today.offered);
		expect(agents.length).toBeGreaterThan(0);
		const delta = await new Promise<{ queues?: { id: string }[] }>((done) =>
			socket.on('floor:delta', (one) => one.queues && done(one))
		);
		expect(delta.queues!.map(({ id }) => id)).toEqual([QUEUE]);
		socket.close();

		const get = (path: string, headers: Record<string, string> = { cookie }) =>
			fetch(`${demo.url}${path}`, { headers });
		const from = new Date(Date.now() - 6 * 3_600_000).toISOString();
		const to = new Date().toISOString();
		const range = `/api/v1/intervals?from=${from}&to=${to}&interval=1h`;
		const csv = await (await get(range, { cookie, accept: 'text/csv' })).text();
		const rows = csv.trim().split('\n').slice(1);
		expect(rows.length).toBeGreaterThan(0);
		expect(new Set(rows.map((row) => row.split(',')[0]))).toEqual(new Set([QUEUE]));
		expect((await get(`${range}&queue=sales-es`)).status).toBe(403);
		const live = (await (await get('/api/v1/live')).json()) as { queues: { id: string }[] };
		expect(live.queues.map(({ id }) => id)).toEqual([QUEUE]);
		const windows = (await (await get('/api/v1/live/windows')).json()) as { queues: object };
		expect(Object.keys(windows.queues)).toEqual([QUEUE]);
		const refused = await fetch(`${demo.url}/api/v1/commands`, {
			method: 'POST',
			headers: { cookie, origin: demo.url, 'content-type': 'application/json' },
			body: JSON.stringify({ kind: 'queue.priority', payload: { queue: 'sales-es', priority: 9 } })
		});
		expect(refused.status).toBe(403);
	});

	test('a key for the same part reads the same, and a whole one everything', async ({ demo }) => {
		const keyFor = async (...more: string[]) => {
			const made = await runMarea([
				'key',
				'add',
				'--name',
				'bi',
				'--scope',
				'read',
				'--json',
				'--db',
				demo.db,
				...more
			]);
			return (JSON.parse(made.stdout) as { key: string }).key;
		};
		const queues = async (key: string) => {
			const response = await fetch(`${demo.url}/api/v1/live`, {
				headers: { authorization: `Bearer ${key}` }
			});
			return ((await response.json()) as { queues: { id: string }[] }).queues.map(({ id }) => id);
		};
		expect(await queues(await keyFor('--queues', QUEUE))).toEqual([QUEUE]);
		expect((await queues(await keyFor())).length).toBeGreaterThan(1);
	});
});

test('a second factor is set up, asked for at the next sign-in, and a recovery code works once', async ({
	page,
	demo,
	problems
}) => {
	test.setTimeout(240_000);
	const email = 'carla.factor@example.org';
	await addUser(demo.db, email);
	await enter(page, email);
	await page.goto('/account');
	await page.getByRole('link', { name: 'Set up' }).click();
	const shown = (await page.locator('code').first().textContent())!;
	const bits = [...shown.replace(/\s/g, '')]
		.map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
		.join('');
	const secret = Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)));
	const step = Math.floor(Date.now() / 30_000);
	await page.getByLabel('Code').fill(totpCode(secret, step));
	await page.getByRole('button', { name: 'Turn on' }).click();
	await expect(page.getByText('Keep these codes')).toBeVisible();
	const recovery = (await page.locator('li code').first().textContent())!;

	await page.evaluate(() => fetch('/sign-out', { method: 'POST' }));
	await enter(page, email);
	await expect(page).toHaveURL(/sign-in\/code/);
	await page.getByLabel('Code').fill('000000');
	await page.getByRole('button', { name: 'Sign in' }).click();
	await expect(page.getByText('The code is not right')).toBeVisible();
	// The step that set it up is used; the next one is taken already.
	await page.getByLabel('Code').fill(totpCode(secret, step + 1));
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));

	for (const isFirst of [true, false]) {
		await page.evaluate(() => fetch('/sign-out', { method: 'POST' }));
		await enter(page, email);
		await page.getByLabel('Code').fill(recovery);
		await page.getByRole('button', { name: 'Sign in' }).click();
		if (isFirst) await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
		else await expect(page.getByText('The code is not right')).toBeVisible();
	}
	// The browser reports each refused code; nothing else may be wrong.
	expect(problems.filter((problem) => !problem.includes('400'))).toEqual([]);
	problems.length = 0;
});

test('a session that is ended elsewhere is signed out, its socket at once', async ({
	page,
	browser,
	demo
}) => {
	test.setTimeout(240_000);
	const email = 'carla.sessions@example.org';
	await addUser(demo.db, email);
	await enter(page, email);
	const cookie = await signInByForm(demo, email, PASSWORD);
	const socket = await openSocket(demo.url, { cookie });
	const cut = new Promise((done) => socket.once('disconnect', done));
	const other = await browser.newPage({ baseURL: demo.url });
	await enter(other, email);
	await other.goto('/account');
	await page.goto('/account');
	await expect(page.getByText('this one')).toHaveCount(1);
	await page.getByRole('button', { name: 'End all others' }).click();
	await expect(page.getByText('2 sessions were ended.')).toBeVisible();
	expect(await cut).toBe('io server disconnect');
	await other.goto('/agents');
	await expect(other).toHaveURL(/\/sign-in/);
	await page.goto('/agents');
	await expect(page).toHaveURL(/\/agents/);
	await other.close();
});

test('an administrator makes an account for a part of the centre in Settings', async ({ page, signIn }) => {
	await signIn('admin');
	await page.goto('/settings/users');
	const form = page.locator('form[action="?/add"]');
	await form.getByLabel('Name').fill('Dora Part');
	await form.getByLabel('E-mail address').fill('dora.part@example.org');
	await form.getByLabel('Password').fill(PASSWORD);
	await form.locator('summary').click();
	await form.locator(`input[name=queues][value="${QUEUE}"]`).check();
	await form.getByRole('button', { name: 'Add a user' }).click();
	await expect(page.getByText('dora.part@example.org can sign in now.')).toBeVisible();
	const row = page.getByRole('row', { name: /Dora Part/ });
	await expect(row).not.toContainText('The whole centre');
});

test.describe('a new centre', () => {
	test('the first page makes the first admin, who lands in the product', async ({ page }) => {
		const server = await startServer({ demo: false });
		await page.goto(`${server.url}/`);
		await expect(page).toHaveURL(/\/welcome/);
		await firstAdmin(page, server.url, 'Europe/Madrid');
		await expect(page.getByText('Centro Norte').first()).toBeVisible();
		await expect(page.getByText('Demo data')).toHaveCount(0);
		await page.goto(`${server.url}/welcome`);
		await expect(page).not.toHaveURL(/welcome/);
		// A page left open would report the server as gone.
		await page.goto('about:blank');
		await server.stop();
		server.remove();
	});
});
