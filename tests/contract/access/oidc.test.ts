import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, decodeJwt, type JWTPayload } from 'jose';
import Provider from 'oidc-provider';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
	beginOidc,
	createUser,
	finishOidc,
	listUsers,
	oidcSettings,
	sessionOf,
	setGroupRoles,
	type OidcSettings
} from '../../../src/lib/server/access/index.ts';
import { openTestContext } from '../../../src/lib/server/access/testing.ts';
import { SYSTEM } from '../../../src/lib/server/context.ts';
import { agents, queues, sites } from '../../../src/lib/server/db/schema/index.ts';

const REDIRECT = 'http://127.0.0.1:9/sign-in/oidc/callback';
const FROM = { address: '10.0.0.1' };
type Fetch = NonNullable<Parameters<typeof finishOidc>[4]>;

/** Who signs in at the provider, changed by the tests. */
const person: Record<string, unknown> = {};
let server: Server;
let issuer: string;
let settings: OidcSettings;
let sign: (claims: JWTPayload) => Promise<string>;
let signAsAnother: (claims: JWTPayload) => Promise<string>;
let test: Awaited<ReturnType<typeof openTestContext>>;

beforeAll(async () => {
	const { privateKey } = await generateKeyPair('RS256', { extractable: true });
	const stranger = await generateKeyPair('RS256');
	const signer = (key: typeof privateKey) => (claims: JWTPayload) =>
		new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(key);
	[sign, signAsAnother] = [signer(privateKey), signer(stranger.privateKey)];
	server = createServer();
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const provider = new Provider(issuer, {
		clients: [
			{
				client_id: 'marea',
				client_secret: 'x'.repeat(40),
				redirect_uris: [REDIRECT],
				token_endpoint_auth_method: 'client_secret_post'
			}
		],
		jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: 'k1', use: 'sig', alg: 'RS256' }] },
		pkce: { required: () => true },
		claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups', 'agent'] },
		cookies: { keys: ['k'] },
		features: { devInteractions: { enabled: false } },
		interactions: { url: (_ctx: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
		async findAccount(_ctx: unknown, sub: string) {
			return { accountId: sub, claims: async () => ({ ...person, sub }) };
		},
		// Consent is the provider's own affair.
		// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the package brings no types
		async loadExistingGrant(ctx: any) {
			const grant = new ctx.oidc.provider.Grant({
				clientId: ctx.oidc.client!.clientId,
				accountId: ctx.oidc.session!.accountId!
			});
			grant.addOIDCScope('openid profile email');
			await grant.save();
			return grant;
		}
	});
	const callback = provider.callback();
	server.on('request', (request, response) => {
		if (!request.url?.startsWith('/interaction/')) return void callback(request, response);
		// Signs whoever asks in, as a login form would.
		void provider.interactionFinished(
			request,
			response,
			{ login: { accountId: String(person.sub) } },
			{ mergeWithLastSubmission: false }
		);
	});
	settings = oidcSettings({
		MAREA_OIDC_ISSUER: issuer,
		MAREA_OIDC_CLIENT_ID: 'marea',
		MAREA_OIDC_CLIENT_SECRET: 'x'.repeat(40)
	})!;
}, 60_000);
afterAll(() => void server.close());

beforeEach(async () => {
	test = await openTestContext();
	for (const key of Object.keys(person)) delete person[key];
	Object.assign(person, {
		sub: 'sub-1',
		email: 'Ana@Example.org',
		email_verified: true,
		name: 'Ana',
		groups: ['leads-south']
	});
	const { orm } = test.ctx.db;
	await orm.insert(sites).values({ id: 'south', name: 'South', timeZone: 'UTC', createdAt: 1 });
	await orm.insert(queues).values({ id: 'q', siteId: 'south', name: 'Q', channel: 'voice', createdAt: 1 });
	await setGroupRoles(test.ctx, SYSTEM, [
		{ group: 'leads-south', role: 'supervisor', scope: { sites: ['south'], teams: [], queues: [] } },
		{ group: 'planners', role: 'planner', scope: null }
	]);
});
afterEach(() => test.close());

/** Walks the provider's redirects as a browser does; resolves to the address that it sends back to. */
async function walk(url: URL): Promise<URL> {
	const jar = new Map<string, string>();
	for (let step = 0; step < 10; step++) {
		const response = await fetch(url, {
			redirect: 'manual',
			headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }
		});
		for (const line of response.headers.getSetCookie()) {
			const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
			jar.set(name!, value!);
		}
		const next = response.headers.get('location');
		if (!next) throw new Error(`The provider answered ${response.status}: ${await response.text()}`);
		url = new URL(next, url);
		if (url.href.startsWith(REDIRECT)) return url;
	}
	throw new Error('The provider sends round and round.');
}

async function signInThere(fetcher?: Fetch, of = settings) {
	const begun = await beginOidc(test.ctx, of, { redirectUri: REDIRECT, next: '/agents' });
	const url = await walk(begun.url);
	const finish = (cookieState: string | null = begun.state, at = url) =>
		finishOidc(test.ctx, of, { url: at, cookieState }, FROM, fetcher);
	return { begun, url, finish };
}

describe('a sign-in by a real provider', () => {
	it('goes by code, PKCE, state and nonce, and makes an account with the group’s role and part of the centre', async () => {
		const { begun, finish } = await signInThere();
		expect(Object.fromEntries(begun.url.searchParams)).toMatchObject({
			response_type: 'code',
			code_challenge_method: 'S256',
			scope: 'openid profile email'
		});
		const result = await finish();
		expect(result).toMatchObject({
			status: 'signed-in',
			next: '/agents',
			user: { email: 'ana@example.org', name: 'Ana', role: 'supervisor' }
		});
		if (result.status !== 'signed-in') return;
		expect([...result.user.scope!.queues]).toEqual(['q']);
		const cookie = `${result.cookie.name}=${encodeURIComponent(result.cookie.value)}`;
		expect(await sessionOf(test.ctx, new Headers({ cookie }))).toMatchObject({ email: 'ana@example.org' });
		expect(await test.audited()).toEqual(['access.oidc-groups', 'user.create-oidc', 'user.sign-in']);
		expect(await listUsers(test.ctx, SYSTEM)).toMatchObject([{ isLocal: false }]);
	});

	it('has role and part follow the groups at each sign-in', async () => {
		await (await signInThere()).finish();
		Object.assign(person, { groups: ['planners'], name: 'Ana R.' });
		expect(await (await signInThere()).finish()).toMatchObject({
			status: 'signed-in',
			user: { role: 'planner', name: 'Ana R.', scope: null }
		});
		expect(await listUsers(test.ctx, SYSTEM)).toHaveLength(1);
	});

	it('leaves the last administrator one, and the audit says nothing of a change that was none', async () => {
		await setGroupRoles(test.ctx, SYSTEM, [
			{ group: 'admins', role: 'admin', scope: null },
			{ group: 'planners', role: 'planner', scope: null }
		]);
		person.groups = ['admins'];
		await (await signInThere()).finish();
		person.groups = ['planners'];
		expect(await (await signInThere()).finish()).toMatchObject({
			status: 'signed-in',
			user: { role: 'admin' }
		});
		expect(await test.audited()).not.toContain('user.follow-oidc');
		await createUser(test.ctx, SYSTEM, {
			email: 'second@example.org',
			name: 'Second',
			role: 'admin',
			password: 'correct horse'
		});
		expect(await (await signInThere()).finish()).toMatchObject({ user: { role: 'planner' } });
		expect(await test.audited()).toContain('user.follow-oidc');
	});

	it('has the agent follow its claim, also when that is gone', async () => {
		await test.ctx.db.orm
			.insert(agents)
			.values({ id: 'a1', siteId: 'south', name: 'Ana', createdAt: 1 } as typeof agents.$inferInsert);
		const of = { ...settings, agentClaim: 'agent' };
		person.agent = 'a1';
		expect(await (await signInThere(undefined, of)).finish()).toMatchObject({ user: { agentId: 'a1' } });
		expect(await (await signInThere()).finish()).toMatchObject({ user: { agentId: 'a1' } });
		delete person.agent;
		expect(await (await signInThere(undefined, of)).finish()).toMatchObject({ user: { agentId: null } });
	});

	it('refuses who is in no mapped group, and ends the sessions of one who no longer is', async () => {
		const first = await (await signInThere()).finish();
		if (first.status !== 'signed-in') throw new Error(first.status);
		person.groups = ['visitors'];
		expect(await (await signInThere()).finish()).toEqual({ status: 'no-role' });
		const cookie = `${first.cookie.name}=${encodeURIComponent(first.cookie.value)}`;
		expect(await sessionOf(test.ctx, new Headers({ cookie }))).toBeNull();
		person.sub = 'sub-2';
		expect(await (await signInThere()).finish()).toEqual({ status: 'no-role' });
		expect(await listUsers(test.ctx, SYSTEM)).toHaveLength(1);
	});

	it('takes no account over by its address, and no address that was not confirmed', async () => {
		await (await signInThere()).finish();
		person.sub = 'sub-2';
		expect(await (await signInThere()).finish()).toEqual({ status: 'email-taken' });
		Object.assign(person, { sub: 'sub-3', email: 'other@example.org', email_verified: false });
		expect(await (await signInThere()).finish()).toEqual({ status: 'no-email' });
	});
});

describe('what does not hold is refused', () => {
	it('an answer in another browser, a second time, or too late', async () => {
		const { begun, finish } = await signInThere();
		expect(await finish(null)).toEqual({ status: 'expired' });
		expect(await finish('of another browser')).toEqual({ status: 'expired' });
		expect((await finish()).status).toBe('signed-in');
		expect(await finish()).toEqual({ status: 'expired' });
		const late = await signInThere();
		expect(late.begun.state).not.toBe(begun.state);
		test.clock.at += 600_000;
		expect(await late.finish()).toEqual({ status: 'expired' });
	});

	it('a forged code, and a code of another sign-in (its verifier is not this one’s)', async () => {
		const [mine, other] = [await signInThere(), await signInThere()];
		const forged = new URL(mine.url);
		forged.searchParams.set('code', 'forged');
		expect(await mine.finish(mine.begun.state, forged)).toEqual({ status: 'refused' });
		const swapped = new URL(other.url);
		swapped.searchParams.set('code', mine.url.searchParams.get('code')!);
		expect(await other.finish(other.begun.state, swapped)).toEqual({ status: 'refused' });
	});

	/** The provider's own token with some claims changed and signed again, as a broken or hostile one would send it. */
	const tampering =
		(change: (claims: JWTPayload) => JWTPayload, signer = () => sign): Fetch =>
		async (url, options) => {
			const response = await fetch(url, options as RequestInit);
			if (!url.endsWith('/token')) return response;
			const body = (await response.json()) as { id_token: string };
			const id_token = await signer()(change(decodeJwt(body.id_token)));
			return Response.json({ ...body, id_token });
		};
	const now = () => Math.floor(Date.now() / 1000);

	it.each<[string, (claims: JWTPayload) => JWTPayload]>([
		['another nonce', (claims) => ({ ...claims, nonce: 'another' })],
		['no nonce', ({ nonce: _, ...claims }) => claims],
		['another audience', (claims) => ({ ...claims, aud: 'somebody-else' })],
		['a time that is over', (claims) => ({ ...claims, iat: now() - 7_200, exp: now() - 3_600 })],
		['another issuer', (claims) => ({ ...claims, iss: 'https://elsewhere.example' })]
	])('a token with %s', async (_, change) => {
		const { finish } = await signInThere(tampering(change));
		expect(await finish()).toEqual({ status: 'refused' });
		expect(await listUsers(test.ctx, SYSTEM)).toEqual([]);
	});

	it('a token that somebody else has signed; the same, signed by the provider, is taken', async () => {
		const stranger = await signInThere(
			tampering(
				(claims) => claims,
				() => signAsAnother
			)
		);
		expect(await stranger.finish()).toEqual({ status: 'refused' });
		const own = await signInThere(tampering((claims) => claims));
		expect((await own.finish()).status).toBe('signed-in');
	});
});

describe('oidcSettings()', () => {
	it('is null without an issuer, and refuses one in clear that is not on this machine', () => {
		expect(oidcSettings({})).toBeNull();
		expect(() =>
			oidcSettings({ MAREA_OIDC_ISSUER: 'http://id.example.org', MAREA_OIDC_CLIENT_ID: 'm' })
		).toThrow('https://');
		expect(() => oidcSettings({ MAREA_OIDC_ISSUER: 'https://id.example.org' })).toThrow(
			'MAREA_OIDC_CLIENT_ID'
		);
	});
});
