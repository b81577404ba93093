import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ForbiddenError, InvalidInputError } from '../access/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import type { Carriers, Sent } from './carriers.ts';
import { addWebhook } from './add-webhook.ts';
import { listDeliveries } from './list-deliveries.ts';
import { listWebhooks } from './list-webhooks.ts';
import { removeWebhook } from './remove-webhook.ts';
import { testWebhook } from './test-webhook.ts';
import { updateWebhook } from './update-webhook.ts';
import { postWebhook } from './post-webhook.ts';
import { queueDelivery } from './queue-delivery.ts';
import { sendDue } from './send-due.ts';
import { smtpMailer } from './smtp-mailer.ts';

const admin = actorWithRole('admin');
const hook = { name: 'telephony', url: 'http://127.0.0.1:9/hook', topics: ['alert' as const] };
let test: Awaited<ReturnType<typeof openTestContext>>;
beforeEach(async () => (test = await openTestContext()));
afterEach(() => test.close());

/** Carriers that answer from a list and keep what they were given. */
function carriersThat(...answers: Sent[]) {
	const posts: Parameters<Carriers['post']>[0][] = [];
	const carriers: Carriers = {
		post: async (request) => {
			posts.push(request);
			return answers.shift() ?? { ok: true };
		},
		mail: async () => answers.shift() ?? { ok: true }
	};
	return { carriers, posts };
}

describe('sendDue()', () => {
	it('signs so that the scheme’s own library accepts it, and refuses a changed body', async () => {
		const { webhookId, secret } = await addWebhook(test.ctx, admin, hook);
		await testWebhook(test.ctx, admin, webhookId);
		const { carriers, posts } = carriersThat();
		expect(await sendDue(test.ctx, carriers)).toBe(1);
		const [{ url, headers, body }] = posts as [(typeof posts)[number]];
		expect(url).toBe(hook.url);
		expect(new Webhook(secret).verify(body, headers)).toMatchObject({ type: 'marea.test' });
		expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow('signature');
		expect(JSON.stringify(await listWebhooks(test.ctx, admin))).not.toContain(secret);
	});

	it('tries again later and later with the same id, and gives up with the last reason', async () => {
		const { webhookId } = await addWebhook(test.ctx, admin, hook);
		await testWebhook(test.ctx, admin, webhookId);
		const down: Sent = { ok: false, error: 'answered 503' };
		const { carriers, posts } = carriersThat(...Array<Sent>(20).fill(down));
		const waits: number[] = [];
		for (let last = test.clock.at; ;) {
			await sendDue(test.ctx, carriers);
			const [delivery] = await listDeliveries(test.ctx, admin);
			if (delivery!.state === 'failed') break;
			expect(await sendDue(test.ctx, carriers)).toBe(0);
			waits.push(delivery!.nextAt - last);
			test.clock.at = last = delivery!.nextAt;
		}
		expect(waits).toEqual([...waits].sort((a, b) => a - b));
		expect(new Set(posts.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
		expect((await listDeliveries(test.ctx, admin))[0]).toMatchObject({
			state: 'failed',
			attempts: posts.length,
			lastError: 'answered 503'
		});
	});

	it('sends nothing to a webhook that was removed or switched off', async () => {
		const { webhookId } = await addWebhook(test.ctx, admin, hook);
		await testWebhook(test.ctx, admin, webhookId);
		await updateWebhook(test.ctx, admin, webhookId, { ...hook, isEnabled: false });
		const { carriers, posts } = carriersThat();
		await sendDue(test.ctx, carriers);
		expect(posts).toEqual([]);
		expect((await listDeliveries(test.ctx, admin))[0]).toMatchObject({ state: 'failed' });
	});

	it('posts over http, does not follow a redirect, and says why it failed', async () => {
		const seen: string[] = [];
		const server = createServer((request, response) => {
			seen.push(request.url!);
			response.setHeader('connection', 'close');
			if (request.url === '/moved') response.writeHead(302, { location: '/elsewhere' });
			response.end();
		});
		await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
		const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		const post = (url: string) => postWebhook({ url, headers: {}, body: '{}' });
		expect(await post(`${base}/hook`)).toEqual({ ok: true });
		expect(await post(`${base}/moved`)).toEqual({ ok: false, error: 'answered 302' });
		await new Promise((done) => server.close(done));
		expect(await post(`${base}/hook`)).toEqual({ ok: false, error: 'ECONNREFUSED' });
		expect(seen).toEqual(['/hook', '/moved']);
	});

	it('sends a letter through a real SMTP server, and says so where none is set', async () => {
		const letters: string[] = [];
		const server = new SMTPServer({
			authOptional: true,
			disabledCommands: ['STARTTLS'],
			onData(stream, _session, done) {
				let text = '';
				stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
				stream.on('end', () => {
					letters.push(text);
					done();
				});
			}
		});
		await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
		const { port } = server.server.address() as AddressInfo;
		await queueDelivery(test.ctx, {
			kind: 'email',
			target: 'lead@example.org',
			payload: { subject: 'Billing: service level 62 %', text: 'Nivel de servicio por debajo de 80 %' }
		});
		const mail = smtpMailer(`smtp://127.0.0.1:${port}`, 'marea@example.org');
		expect(await sendDue(test.ctx, { ...carriersThat().carriers, mail })).toBe(1);
		await new Promise<void>((done) => server.close(() => done()));
		expect(letters[0]).toMatch(/Subject: Billing: service level 62 %/);
		expect(letters[0]).toMatch(/To: lead@example\.org/);
		expect(await smtpMailer(undefined, 'x')({ to: 'a@b.c', subject: '', text: '' })).toMatchObject({
			ok: false,
			error: expect.stringContaining('MAREA_SMTP_URL')
		});
	});
});

describe('webhooks', () => {
	it('are set up by an admin alone, with an address of the web', async () => {
		for (const verb of [
			() => addWebhook(test.ctx, actorWithRole('supervisor'), hook),
			() => updateWebhook(test.ctx, actorWithRole('planner'), 'x', hook),
			() => removeWebhook(test.ctx, actorWithRole('agent'), 'x'),
			() => testWebhook(test.ctx, actorWithRole('supervisor'), 'x'),
			() => listWebhooks(test.ctx, actorWithRole('agent')),
			() => listDeliveries(test.ctx, actorWithRole('agent'))
		])
			await expect(verb()).rejects.toThrow(ForbiddenError);
		for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'nowhere'])
			await expect(addWebhook(test.ctx, admin, { ...hook, url })).rejects.toThrow('https://');
		await expect(removeWebhook(test.ctx, admin, 'none')).rejects.toThrow(InvalidInputError);
		const { webhookId } = await addWebhook(test.ctx, admin, hook);
		await removeWebhook(test.ctx, admin, webhookId);
		expect(await listWebhooks(test.ctx, admin)).toEqual([]);
		expect(await test.audited()).toEqual(['webhook.add', 'webhook.remove']);
	});
});
