import type { Browser, Page } from '@playwright/test';
import { botCase } from '../support/bot-case.ts';
import { makeKey } from '../support/run-marea.ts';
import type { RunningServer } from '../support/start-server.ts';
import { expect, test } from './fixtures.ts';

/** The demo's agent account belongs to her. */
const AGENT = { id: 'lucia.fernandez', name: 'Lucía Fernández' };

const TEXT = {
	en: {
		agentPage: 'In hand: Eva Moon',
		request: 'The customer asked for a person.',
		first: /Hello Eva, thank you for waiting\. I see that it is about billing\./,
		waiting: 'waiting for a person',
		withAgent: `with ${AGENT.name}`,
		handOver: 'Hand to a person',
		late: 'A bot wrote although a person has the contact',
		list: 'Single suggestions',
		route: 'Who takes it',
		escalate: 'Pass to a person',
		filter: 'Filter rows'
	},
	es: {
		agentPage: 'En curso: Eva Luna',
		request: 'El cliente ha pedido hablar con una persona.',
		first: /Hola, Eva, gracias por esperar\. Veo que se trata de facturación\./,
		waiting: 'esperando a una persona',
		withAgent: `con ${AGENT.name}`,
		handOver: 'Pasar a una persona',
		late: 'Un bot ha escrito aunque atiende una persona',
		list: 'Sugerencias una a una',
		route: 'Quién atiende',
		escalate: 'Pasar a una persona',
		filter: 'Filtrar filas'
	}
};

async function open(
	browser: Browser,
	demo: RunningServer,
	role: string,
	language: 'en' | 'es',
	size: { width: number; height: number }
): Promise<Page> {
	const context = await browser.newContext({ baseURL: demo.url, viewport: size });
	await context.addCookies([{ name: 'PARAGLIDE_LOCALE', value: language, url: demo.url }]);
	const page = await context.newPage();
	await page.goto('/sign-in');
	await page.locator('input[type=email]').fill(`${role}@demo.marea`);
	await page.locator('input[type=password]').fill('marea-demo');
	await page.locator('input[type=password]').press('Enter');
	await page.waitForURL((url) => url.pathname !== '/sign-in');
	return page;
}

async function post(demo: RunningServer, key: string, path: string, body: unknown, language = 'en') {
	const response = await fetch(`${demo.url}${path}`, {
		method: 'POST',
		headers: {
			authorization: `Bearer ${key}`,
			'accept-language': language,
			'content-type': 'application/json'
		},
		body: JSON.stringify(body)
	});
	expect(response.ok, `${path}: ${response.status}`).toBe(true);
	return (await response.json()) as never;
}

for (const language of ['en', 'es'] as const)
	test(`from a bot’s greeting to the agent’s card and what was learned, the supervisor watching, in ${language}`, async ({
		browser,
		demo
	}) => {
		test.slow();
		const text = TEXT[language];
		const key = await makeKey(demo.db, 'ingest');
		const contact = `case-${language}`;
		const { words, bot, escalation, gap, answer, talk, late, end } = botCase({
			contact,
			customer: `customer-${language}`,
			customerName: language === 'en' ? 'Eva Moon' : 'Eva Luna',
			queue: `chat-${language}`,
			language,
			agent: AGENT.id,
			atMs: Date.now() - 120_000
		});
		const feed = (events: object[]) => post(demo, key, '/api/v1/events', events);

		// The agent, on a phone, before anything has happened.
		const agent = await open(browser, demo, 'agent', language, { width: 390, height: 844 });
		await agent.goto('/me');
		await feed(bot.slice(0, 1));
		const supervisor = await open(browser, demo, 'supervisor', language, { width: 1440, height: 900 });
		await supervisor.goto(`/contacts/${contact}`);
		const card = supervisor.getByRole('region', { name: language === 'en' ? 'Handoff' : 'Traspaso' });

		// The supervisor watches the bot's conversation come in, event by event.
		for (const event of bot.slice(1)) await feed([event]);
		await expect(supervisor.locator('[data-transcript]').getByText(words.again)).toBeVisible({
			timeout: 30_000
		});
		await expect(card.getByText(text.request)).toBeVisible();
		await feed(escalation);
		await feed(gap);

		// Who should take it: asked by the bot's platform, and answered in words.
		const route: { needsPerson: boolean; reasons: { sentence: string }[]; agents: { reasons: { sentence: string }[] }[]; suggestion: { sentence: string } } = await post(demo, key, '/api/v1/route', { contact }, language); // prettier-ignore
		expect(route.needsPerson).toBe(true);
		expect(route.reasons.map(({ sentence }) => sentence)).toContain(text.request);
		for (const { reasons } of route.agents) for (const { sentence } of reasons) expect(sentence).not.toBe('');
		expect(route.suggestion.sentence).toMatch(/\.$/);
		await expect(card.getByText(text.waiting)).toBeVisible({ timeout: 30_000 });

		// A person answers: the card is on the phone, with what was written into the gap, and nothing has to be asked again.
		await feed(answer);
		const own = agent.getByRole('region', { name: text.agentPage });
		await expect(own).toBeVisible({ timeout: 30_000 });
		await expect(own.getByText(text.first)).toBeVisible();
		await expect(own.getByText(words.gap).first()).toBeVisible();
		await expect(own.getByText(words.gap2).first()).toBeVisible();
		await expect(own.getByText('CC1234567').first()).toBeVisible();
		await expect(own.getByText('4111')).toHaveCount(0);
		const sideways = await agent.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
		expect(sideways).toBeLessThanOrEqual(0);
		expect((await agent.request.get(`/contacts/${contact}`)).status()).toBe(403);

		// A late word of a faulty bot is told and kept.
		await feed([...talk.slice(0, 1), ...late, ...talk.slice(1)]);
		await expect(supervisor.getByText(text.late)).toBeVisible({ timeout: 30_000 });
		await expect(card.getByText(text.withAgent)).toBeVisible();
		await expect(supervisor.locator('[data-transcript]').getByText(words.late)).toHaveCount(1);

		// It ends with a survey; what came of the suggestions is there.
		await feed(end);
		await expect(own).toHaveCount(0, { timeout: 30_000 });
		await supervisor.goto('/suggestions?period=day');
		const list = supervisor.getByRole('region', { name: text.list });
		await list.getByLabel(text.filter).fill(contact);
		const row = (kind: string) =>
			supervisor.getByRole('row').filter({ hasText: contact }).filter({ hasText: kind });
		await expect(row(text.escalate).first().getByText(AGENT.name)).toBeVisible({ timeout: 45_000 });
		await agent.context().close();
		await supervisor.context().close();
	});

test('a supervisor hands a contact to a person by hand, changes a rule, tries it and takes it back', async ({
	page,
	demo,
	signIn
}) => {
	test.slow();
	const key = await makeKey(demo.db, 'ingest');
	const { bot, escalation } = botCase({ contact: 'by-hand', customer: 'k', customerName: 'Eva Moon', queue: 'chat-en', language: 'en', agent: AGENT.id, atMs: Date.now() - 60_000 }); // prettier-ignore
	await post(demo, key, '/api/v1/events', [...bot, ...escalation]);
	await signIn('supervisor');
	await page.goto('/contacts/by-hand');
	await page.getByRole('button', { name: 'Hand to a person' }).click();
	const dialog = page.getByRole('dialog', { name: 'Who should take it?' });
	// At night nobody with the skill may be at work: then the dialog says so.
	const first = dialog.getByRole('button', { name: /^Hand to / }).first();
	await expect(first.or(dialog.getByText('Nobody with the skill is at work now.')).first()).toBeVisible();
	if (await first.isVisible()) {
		await first.click();
		await expect(dialog).toBeHidden();
		await expect(page.getByText(/Asked to hand it to|Handed to|refused|No answer/).first()).toBeVisible();
	}

	await page.goto('/settings/handoff');
	const limit = page.getByLabel('After so many turns that the bot did not understand');
	await limit.fill('3');
	await limit.blur();
	await page.getByRole('button', { name: 'Try on last week' }).click();
	await expect(page.getByText('Conversations with a bot')).toBeVisible({ timeout: 30_000 });
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByText('The handoff rules are saved.')).toBeVisible();
	await page.reload();
	await expect(limit).toHaveValue('3');
	await limit.fill('4');
	await limit.blur();
	await page.getByRole('button', { name: 'Save' }).click();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByText('The handoff rules are as before.')).toBeVisible();
	await expect(limit).toHaveValue('3');
});
