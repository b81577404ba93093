import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../src/setup/toolchain.mjs';
import { makeKey } from '../support/run-marea.ts';
import { startServer, type RunningServer } from '../support/start-server.ts';
import { ADMIN, addAdmin, withAdmin } from '../support/with-admin.ts';

let server: RunningServer;
let proxied: RunningServer;
let cookie: string;
beforeAll(async () => {
	await ensureBuilt();
	[server, proxied] = await Promise.all([startServer(), startServer({ env: { MAREA_TRUST_PROXY: '1' } })]);
	cookie = await withAdmin(server);
	await addAdmin(proxied);
}, 240_000);
afterAll(async () => {
	for (const running of [server, proxied]) {
		await running?.stop();
		running?.remove();
	}
});

const get = (path: string, headers: Record<string, string> = {}, base = server.url) =>
	fetch(base + path, { headers, redirect: 'manual' });
const signInAt = (base: string, headers: Record<string, string>) =>
	fetch(`${base}/sign-in`, {
		method: 'POST',
		redirect: 'manual',
		headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', ...headers },
		body: new URLSearchParams(ADMIN)
	});

describe('headers of the built server', () => {
	it('stand on pages, data, files, sockets’ polls, refusals and what is not there', async () => {
		const asset = readdirSync('build/client/_app/immutable/entry').find((name) => name.endsWith('.js'))!;
		for (const [path, status] of [
			['/', 200],
			['/settings', 200],
			['/healthz', 200],
			['/api/v1/openapi.json', 200],
			['/api/v1/live', 200],
			['/settings/__data.json', 200],
			['/favicon.svg', 200],
			[`/_app/immutable/entry/${asset}`, 200],
			['/socket.io/?EIO=4&transport=polling', 200],
			['/there/is/no/such/page', 404],
			[`/?${'x'.repeat(9_000)}`, 414]
		] as const) {
			const answer = await get(path, { cookie });
			await answer.arrayBuffer();
			expect(answer.status, path).toBe(status);
			const header = (name: string) => answer.headers.get(name);
			expect(header('x-content-type-options'), path).toBe('nosniff');
			expect(header('referrer-policy'), path).toBe('same-origin');
			expect(header('x-frame-options'), path).toBe('DENY');
			expect(header('cross-origin-opener-policy'), path).toBe('same-origin');
			expect(header('cross-origin-resource-policy'), path).toBe('same-origin');
			expect(header('permissions-policy'), path).toContain('camera=()');
			expect(header('content-security-policy'), path).toContain("frame-ancestors 'none'");
			expect(header('content-security-policy'), path).toContain("base-uri 'none'");
			expect(header('content-type'), path).toMatch(
				/^(text\/(html|plain|javascript)|application\/json|image\/svg)/
			);
			if (/^text\/(html|plain)/.test(header('content-type')!))
				expect(header('content-type'), path).toMatch(/charset=utf-8/i);
			expect(header('access-control-allow-origin'), path).toBeNull();
			expect(header('x-powered-by') ?? header('server'), path).toBeNull();
		}
	});

	it('what a person reads stays in no cache; files with a hash in their name may', async () => {
		for (const path of ['/', '/settings/users', '/api/v1/live', '/settings/__data.json'])
			expect((await get(path, { cookie })).headers.get('cache-control'), path).toMatch(/no-store/);
		const asset = readdirSync('build/client/_app/immutable/entry')[0]!;
		expect((await get(`/_app/immutable/entry/${asset}`)).headers.get('cache-control')).toContain('immutable');
	});

	it('scripts run by a nonce that is new for each answer, and every inline script has it', async () => {
		const nonces = new Set<string>();
		for (const path of ['/', '/', '/sign-in', '/settings/keys']) {
			const answer = await get(path, path === '/sign-in' ? {} : { cookie });
			const policy = answer.headers.get('content-security-policy')!;
			const scripts = /script-src ([^;]*)/.exec(policy)![1]!;
			expect(scripts).not.toContain('unsafe');
			expect(policy).toContain("object-src 'none'");
			expect(policy).toContain("form-action 'self'");
			const nonce = /'nonce-([^']+)'/.exec(scripts)![1]!;
			expect(nonce.length).toBeGreaterThanOrEqual(22);
			nonces.add(nonce);
			const inline = [...(await answer.text()).matchAll(/<script([^>]*)>/g)];
			expect(inline.length, path).toBeGreaterThan(0);
			for (const [, attributes] of inline) expect(attributes, path).toContain(`nonce="${nonce}"`);
		}
		expect(nonces.size).toBe(4);
	});

	it('HSTS and Secure cookies behind a declared TLS proxy only: the header of any other sender says nothing', async () => {
		const https = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '198.51.100.7' };
		const behind = await get('/sign-in', https, proxied.url);
		expect(behind.headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
		expect((await get('/sign-in', https)).headers.get('strict-transport-security')).toBeNull();

		const secure = await signInAt(proxied.url, { ...https, origin: proxied.url.replace('http:', 'https:') });
		expect(secure.status).toBe(303);
		for (const line of secure.headers.getSetCookie())
			expect(line).toMatch(/(?=.*; Secure)(?=.*; HttpOnly)(?=.*; SameSite=Lax)(?=.*; Path=\/)/i);
		const plain = await signInAt(server.url, { ...https, origin: server.url });
		expect(plain.status).toBe(303);
		for (const line of plain.headers.getSetCookie()) {
			expect(line).toMatch(/(?=.*; HttpOnly)(?=.*; SameSite=Lax)(?=.*; Path=\/)/i);
			expect(line).not.toMatch(/; Secure|; Domain/i);
		}
	});
});

describe('data on a page', () => {
	it('is text: names with markup in them come out escaped, on pages and in what pages carry', async () => {
		const markup = '<script>alert(1)</script><img src=x onerror=alert(2)>';
		const authorization = `Bearer ${await makeKey(server.db, 'ingest')}`;
		const event = (id: string, type: string, data: object) => ({
			...{ specversion: '1.0', id, source: 'markup', type, time: new Date().toISOString() },
			data: { contact: `c-${markup}`, queue: markup, agent: markup, channel: 'chat', ...data }
		});
		const answer = await fetch(`${server.url}/api/v1/events`, {
			method: 'POST',
			headers: { authorization },
			body: JSON.stringify([
				event('1', 'marea.contact.queued', {}),
				event('2', 'marea.contact.answered', {}),
				event('3', 'marea.message', { party: 'customer', text: markup }),
				event('4', 'marea.agent.state', { state: 'handling', reason: markup })
			])
		});
		expect(await answer.json()).toMatchObject({ accepted: 4 });
		const paths = ['/', '/agents', '/settings/queues', `/queues/${encodeURIComponent(markup)}`];
		for (const path of [...paths, `/contacts/${encodeURIComponent(`c-${markup}`)}`, '/contacts']) {
			const page = await get(path, { cookie });
			const html = await page.text();
			expect(page.status, path).toBe(200);
			expect(html, path).not.toContain('<script>alert');
			expect(html, path).not.toContain('<img src=x');
		}
	});

	it('is never put in as HTML by any component', () => {
		const files = readdirSync('src', { recursive: true, withFileTypes: true }).filter(
			({ name }) => /\.(svelte|ts)$/.test(name) && !name.endsWith('.test.ts')
		);
		expect(files.length).toBeGreaterThan(500);
		const dangerous =
			/\{@html|\.innerHTML|\.outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function\(/;
		for (const { parentPath, name } of files) {
			if (parentPath.includes('paraglide')) continue;
			const path = join(parentPath, name);
			expect(dangerous.test(readFileSync(path, 'utf8')), path).toBe(false);
		}
	});
});

it('a secret may come from a file; one that is not there stops the start with its name', async () => {
	const file = join(server.db.slice('file:'.length), '..', 'secret');
	writeFileSync(file, 'x'.repeat(40) + '\n');
	const withFile = await startServer({ env: { MAREA_SECRET_FILE: file } });
	const fresh = await withAdmin(withFile);
	expect((await get('/settings', { cookie: fresh }, withFile.url)).status).toBe(200);
	await withFile.stop();
	withFile.remove();
	await expect(startServer({ env: { MAREA_SECRET_FILE: `${file}.none` } })).rejects.toThrow(
		/cannot start: MAREA_SECRET_FILE.*ENOENT/
	);
}, 60_000);
