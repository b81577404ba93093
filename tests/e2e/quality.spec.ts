import type { Browser, Page } from '@playwright/test';
import { botCase } from '../support/bot-case.ts';
import { makeKey } from '../support/run-marea.ts';
import type { RunningServer } from '../support/start-server.ts';
import { expect, test } from './fixtures.ts';

async function open(
	browser: Browser,
	demo: RunningServer,
	role: string,
	{ language = 'en', phone = false } = {}
): Promise<Page> {
	const context = await browser.newContext({
		baseURL: demo.url,
		viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 }
	});
	await context.addCookies([{ name: 'PARAGLIDE_LOCALE', value: language, url: demo.url }]);
	const page = await context.newPage();
	await page.goto('/sign-in');
	await page.locator('input[type=email]').fill(`${role}@demo.marea`);
	await page.locator('input[type=password]').fill('marea-demo');
	await page.locator('input[type=password]').press('Enter');
	await page.waitForURL((url) => url.pathname !== '/sign-in');
	await page.waitForLoadState('networkidle').catch(() => undefined);
	return page;
}

/** The demo agent's name, by whose contacts the story goes. */
const AGENT = 'Lucía Fernández';

/** Opens a page and waits until it is alive: a click before that would be lost. */
async function go(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await page.waitForLoadState('networkidle').catch(() => undefined);
}

/** The page once the demo's evaluations are there. */
async function openQuality(page: Page): Promise<void> {
	await expect(async () => {
		await page.goto('/coaching/quality?tab=evaluations');
		await expect(page.getByRole('row').nth(1)).toBeVisible({ timeout: 2_000 });
	}).toPass({ timeout: 120_000 });
}

/** A contact that the demo agent has handled from hello to goodbye, after a bot. */
async function addContact(demo: RunningServer, contact: string): Promise<void> {
	const key = await makeKey(demo.db, 'ingest');
	const { bot, escalation, answer, talk, end } = botCase({
		contact,
		customer: `customer of ${contact}`,
		customerName: 'Eva Moon',
		queue: 'chat-en',
		language: 'en',
		agent: 'lucia.fernandez',
		atMs: Date.now() - 300_000
	});
	const response = await fetch(`${demo.url}/api/v1/events`, {
		method: 'POST',
		headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
		body: JSON.stringify([...bot, ...escalation, ...answer, ...talk, ...end])
	});
	expect(response.ok, await response.text()).toBe(true);
}

const answer = (page: Page, question: string, choice: string) =>
	page.getByRole('group', { name: question, exact: true }).getByText(choice, { exact: true }).click();

test('a form is edited, a contact evaluated by it, disputed by its agent and answered; an automatic fail is 0', async ({
	browser,
	demo
}) => {
	test.setTimeout(240_000);
	const lead = await open(browser, demo, 'supervisor');
	await openQuality(lead);

	// The form: one more question that fails all, in a version of its own; saving needs both languages.
	await go(lead, '/coaching/quality/forms');
	await lead.getByRole('link', { name: 'Conversation with a customer' }).click();
	const save = lead.getByRole('button', { name: 'Save' });
	await expect(save).toBeDisabled();
	await lead.getByRole('button', { name: 'Add a question' }).last().click();
	const question = lead.getByRole('group', { name: 'Question 3' }).last();
	await question.getByLabel('Question', { exact: true }).fill('Offers a receipt');
	await question.getByLabel('The lowest answer fails the whole evaluation').check();
	await expect(save).toBeDisabled();
	await lead.getByText('Español', { exact: true }).click();
	await question.getByLabel('Question', { exact: true }).fill('Ofrece un justificante');
	await save.click();
	await expect(lead.getByText('Saved as version 2.')).toBeVisible();

	await go(lead, '/coaching/quality');
	await lead.getByRole('button', { name: 'Draw contacts' }).click();
	await expect(lead.getByText(/^Drawn from|^Nothing new to draw/)).toBeVisible();

	// A contact of the demo agent, opened by its address: chosen by hand.
	const contact = 'evaluated-1';
	await addContact(demo, contact);
	await go(lead, `/coaching/quality/evaluate/${contact}`);
	await expect(lead.getByRole('heading', { level: 1 })).toHaveText(`${AGENT}’s conversation`);

	await answer(lead, 'Greets and says who is speaking', 'Yes');
	await answer(lead, 'Takes up what is already known', 'N/A');
	await answer(lead, 'Finds out what the customer needs', '1');
	await expect(lead.getByText(/Draft kept/)).toBeVisible();
	// Shared by keyboard: what is missing is shown and focused first.
	await lead.keyboard.press('Control+Enter');
	await expect(
		lead.getByRole('group', { name: 'What is said and done is right' }).getByRole('radio', { name: 'Yes' })
	).toBeFocused();
	await lead.keyboard.press('Space');
	await answer(lead, 'Brings the matter to an end', '4');
	await answer(lead, 'Answers to how the customer feels', 'N/A');
	await answer(lead, 'Speaks plainly', 'Yes');
	await answer(lead, 'Announces holds and explains them', 'N/A');
	await answer(lead, 'Makes sure of the identity before giving personal data', 'N/A');
	await answer(lead, 'Stays respectful throughout', 'Yes');
	await answer(lead, 'Offers a receipt', 'No');
	await expect(lead.getByText('Automatic fail').first()).toBeVisible();
	await expect(lead.getByText(/Draft kept/)).toBeVisible();
	// The draft is there after the page was left.
	await go(lead, lead.url());
	await expect(
		lead.getByRole('group', { name: 'Offers a receipt' }).getByRole('radio', { name: 'No', exact: true })
	).toBeChecked();
	await lead.getByRole('button', { name: 'Share with the agent' }).click();
	await expect(lead.getByText(`Shared with ${AGENT}.`)).toBeVisible();

	// The agent, on a phone, in Spanish: sees it failed, who evaluated as a role only, and disputes.
	const agent = await open(browser, demo, 'agent', { language: 'es', phone: true });
	await go(agent, '/coaching/quality/evaluations');
	await agent.getByRole('link', { name: contact }).click();
	await expect(agent.getByText('Suspenso automático').first()).toBeVisible();
	await expect(agent.getByText(/Evaluada por\s+un supervisor/)).toBeVisible();
	await agent.getByRole('button', { name: 'Reclamar «Ofrece un justificante»' }).click();
	await agent.getByLabel('Por qué la respuesta no es justa').fill('Se lo ofrecí al despedirme.');
	await agent.getByRole('button', { name: 'Enviar' }).click();
	await expect(agent.getByText('Reclamada, a la espera de respuesta')).toBeVisible();
	const sideways = await agent.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	expect(sideways).toBeLessThanOrEqual(0);
	// Others' evaluations and the lead's pages are closed to the agent.
	for (const path of [
		'/coaching/quality',
		'/coaching/quality/forms',
		'/coaching/quality/calibration',
		`/coaching/quality/evaluate/${contact}`
	])
		// prettier-ignore
		expect((await agent.request.get(path)).status(), path).toBe(403);

	// The supervisor finds the dispute and changes the answer: the score is made anew, and both are shown.
	await go(lead, '/coaching/quality?tab=evaluations&disputed=open');
	await lead.getByRole('link', { name: contact }).click();
	await expect(lead.getByText('“Se lo ofrecí al despedirme.”')).toBeVisible();
	await lead.getByLabel('The answer becomes').selectOption({ label: 'Yes' });
	await lead.getByLabel('Your answer to the agent').fill('You did, in the last turn.');
	await lead.getByRole('button', { name: 'Answer', exact: true }).click();
	await expect(lead.getByText('Changed from No to Yes')).toBeVisible();
	await go(agent, agent.url());
	await expect(agent.getByText('Cambia de No a Sí')).toBeVisible();
	await expect(agent.getByText('You did, in the last turn.')).toBeVisible();
	await expect(agent.getByText(/Nota 0\s*% → [1-9]\d\s*%/)).toBeVisible();
	await expect(agent.getByText('Suspenso automático')).toHaveCount(0);
	await agent.context().close();
	await lead.context().close();
});

test('a calibration hides the others until all are scored, and then tells agreement; the page speaks Spanish', async ({
	browser,
	demo
}) => {
	test.setTimeout(180_000);
	const lead = await open(browser, demo, 'supervisor', { language: 'es' });
	await openQuality(lead);
	await go(lead, '/coaching/quality/calibration');
	await lead.getByRole('link', { name: 'Demo 1' }).click();
	await expect(lead.getByRole('heading', { name: 'Acuerdo por pregunta' })).toBeVisible();
	await expect(lead.getByRole('heading', { name: 'Estrictos o benévolos' })).toBeVisible();
	await go(lead, '/coaching/quality/calibration');
	await lead.getByRole('button', { name: 'Calibración nueva' }).click();
	const dialog = lead.getByRole('dialog', { name: 'Calibración nueva' });
	await dialog.getByLabel('Nombre').fill('Otoño');
	await dialog.getByRole('button', { name: 'Empezar' }).click();
	await expect(lead.getByRole('heading', { level: 1, name: 'Otoño' })).toBeVisible();
	await expect(lead.getByText(/Las respuestas de los demás se muestran cuando/)).toBeVisible();
	await expect(lead.getByRole('heading', { name: 'Acuerdo por pregunta' })).toHaveCount(0);
	await lead.getByRole('button', { name: 'Cerrar', exact: true }).click();
	await expect(lead.getByRole('heading', { name: 'Acuerdo por pregunta' })).toBeVisible();
	await lead.context().close();
});
