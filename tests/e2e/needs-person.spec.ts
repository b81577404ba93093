import { expect, test } from './fixtures.ts';
import { makeKey } from '../support/run-marea.ts';

const WORDS = {
	en: {
		said: [
			'This is a disgrace, I want to speak to a real person',
			'Useless bot! Let me talk to a human agent right now',
			'Terrible, awful service. I will sue you and take you to court. Get me a person!'
		],
		title: 'Needs a person now',
		why: /sked 3 times for a person/,
		legal: /hreatens legal action/,
		cue: 'legal threat',
		take: (contact: string) => `I look after it: ${contact}`,
		release: (contact: string) => `Release: ${contact}`,
		you: 'you',
		mood: /^Mood of this turn -[\d.]+: mark the words/,
		contained: '33.3%',
		raw: '66.7% without a person'
	},
	es: {
		said: [
			'Esto es una vergüenza, quiero hablar con una persona',
			'¡Qué bot más inútil! Páseme con un humano ya',
			'Pésimo servicio, es horrible. Voy a denunciarles y a llevarles a juicio. ¡Quiero hablar con una persona!'
		],
		title: 'Necesita a una persona ahora',
		why: /a pedido 3 veces hablar con una persona/,
		legal: /menaza con acciones legales/,
		cue: 'amenaza legal',
		take: (contact: string) => `Me ocupo yo: ${contact}`,
		release: (contact: string) => `Soltar: ${contact}`,
		you: 'tú',
		mood: /^Ánimo de este turno -[\d,]+: marcar las palabras/,
		contained: '33,3\u00a0%',
		raw: '66,7\u00a0% sin persona'
	}
};

for (const language of ['en', 'es'] as const)
	test(`an upset chat rises to the top with its reason, is looked after, and counts among the bot's (${language})`, async ({
		page,
		context,
		demo,
		signIn
	}) => {
		test.slow();
		const words = WORDS[language];
		const key = await makeKey(demo.db, 'ingest');
		const customer = `upset-${language}`;
		const contact = `needs-spec-${language}`;
		const bot = `spec-bot-${language}`;
		let at = Date.now() - 20_000;
		let n = 0;
		/** Tells events in the order given, a few milliseconds apart. */
		const tell = async (...events: [type: string, contact: string, data?: object][]) => {
			const response = await fetch(`${demo.url}/api/v1/events`, {
				method: 'POST',
				headers: { authorization: `Bearer ${key}`, 'content-type': 'application/cloudevents-batch+json' },
				body: JSON.stringify(
					events.map(([type, id, data]) => ({
						specversion: '1.0',
						id: `${language}-${++n}`,
						source: 'needs-spec',
						type: `marea.${type}`,
						time: new Date((at += 20)).toISOString(),
						data: { contact: id, channel: 'chat', language, queue: 'needs-spec', bot, ...data }
					}))
				)
			});
			expect(response.status).toBe(202);
		};

		await context.addCookies([{ name: 'PARAGLIDE_LOCALE', value: language, url: demo.url }]);
		await signIn('supervisor');
		await page.goto('/needs');
		await tell(
			['contact.started', contact, { customer }],
			['bot.started', contact],
			...words.said.flatMap((text): [string, string, object][] => [
				['message', contact, { party: 'customer', text }],
				['bot.turn', contact, { understood: false }]
			])
		);
		const first = page.getByRole('group', { name: words.title }).locator('tbody tr').first();
		await expect(first).toContainText(customer, { timeout: 30_000 });
		await expect(first).toContainText(words.why);
		await expect(first).toContainText(words.legal);

		await first.getByRole('button', { name: words.take(customer) }).click();
		await expect(first.getByText(words.you, { exact: true })).toBeVisible({ timeout: 30_000 });
		await page.reload();
		await expect(first.getByRole('button', { name: words.release(customer) })).toBeVisible({
			timeout: 30_000
		});

		await page.goto('/');
		const panel = page.getByRole('region', { name: words.title });
		await expect(panel.getByRole('listitem').first()).toContainText(customer, { timeout: 30_000 });
		await expect(panel.getByRole('listitem').first()).toContainText(words.legal);
		await panel.getByRole('link', { name: customer }).click();

		await expect(page.getByRole('heading', { level: 1, name: customer })).toBeVisible();
		await expect(page.locator(`mark.cue[title*="${words.cue}"]`).first()).toBeVisible();
		const score = page.getByRole('button', { name: words.mood }).last();
		await score.click();
		await expect(score).toHaveAttribute('aria-pressed', 'true');
		await expect(page.locator('li.marked mark.negative').first()).toBeVisible();

		// Handed on; another one is resolved; a third customer comes back, so that bot did not contain it.
		await tell(
			['bot.escalated', contact, { reason: 'person requested' }],
			['contact.queued', contact],
			['contact.ended', contact],
			['bot.started', `${contact}-2`, { customer: 'content' }],
			['bot.turn', `${contact}-2`, { understood: true }],
			['bot.resolved', `${contact}-2`],
			['contact.ended', `${contact}-2`],
			['bot.started', `${contact}-3`, { customer: `again-${language}` }],
			['bot.turn', `${contact}-3`, { understood: true }],
			['bot.resolved', `${contact}-3`],
			['contact.ended', `${contact}-3`],
			['contact.started', `${contact}-4`, { customer: `again-${language}` }],
			['contact.ended', `${contact}-4`]
		);
		await page.goto(`/bots?bot=${bot}`);
		const strip = page.getByRole('region', { name: 'Bots' });
		await expect(strip).toContainText(words.contained);
		await expect(strip).toContainText(words.raw);
		await expect(page.getByRole('row', { name: /person requested 1 100/ })).toBeVisible();
		await expect(page.getByRole('row', { name: new RegExp(`${bot} 3 `) })).toBeVisible();

		await page.goto(`/contacts?words=${encodeURIComponent(words.said[2]!.split(' ')[0]!)}&cue=legal-threat`);
		await expect(page.getByRole('row').filter({ hasText: customer })).toBeVisible();
	});
