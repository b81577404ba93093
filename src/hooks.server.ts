import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { building } from '$app/env';
import { readTheme, THEME_COOKIE } from '#lib/components/frame/theme.ts';
import { m } from '#lib/paraglide/messages.js';
import { paraglideMiddleware } from '#lib/paraglide/server.js';
import { actorOf, authenticateKey, hasAnyUser, sessionOf } from '#lib/server/access/index.ts';
import { databaseTrouble, TROUBLE_TEXT } from '#lib/server/db/database-trouble.ts';
import { requestLimitsOf } from '#lib/server/limits/index.ts';
import { log } from '#lib/server/log.ts';
import { meters } from '#lib/server/meters.ts';
import { currentOrigin, runFrom } from '#lib/server/origin.ts';
import { attachRealtime } from '#lib/server/realtime/index.ts';
import { runtime, startRuntime } from '#lib/server/runtime.ts';

/** Where server.ts and the dev server find this bundle's runtime and sockets. */
const DOOR = Symbol.for('marea.door');

export const init: ServerInit = async () => {
	if (building) return;
	requestLimitsOf((await startRuntime()).ctx);
	(globalThis as Record<symbol, unknown>)[DOOR] = {
		attachRealtime,
		/** From now on the server says that it is not ready; what was asked is still answered. */
		drain: () => void (runtime().draining = true),
		stop: () => runtime().stop()
	};
};

/** With its second step, the reset of a password and the way over an identity provider. */
const isSignIn = (path: string): boolean => path === '/sign-in' || path.startsWith('/sign-in/');
const isOpen = (path: string): boolean =>
	['/welcome', '/healthz', '/readyz', '/api/v1/openapi.json'].includes(path) || isSignIn(path);
/** Calendar programs sign in nowhere: the address is the key, and the route asks for it. */
const isCalendar = (path: string): boolean => path.startsWith('/calendar/');
/** A kiosk link's page: it asks for its token itself, and shows nothing without. */
const isKiosk = (url: URL): boolean => url.pathname === '/wallboard' && url.searchParams.has('token');
/** Asked by load balancers and watchdogs, at any rate they like. */
const isHealth = (path: string): boolean => path === '/healthz' || path === '/readyz';
const isApi = (path: string): boolean => path.startsWith('/api/') || path === '/metrics';

const trustsProxy = process.env.MAREA_TRUST_PROXY === '1';

/** A proxy that is trusted may have named the request already; anyone else's name would be theirs to forge. */
function requestIdOf(request: Request): string {
	const given = trustsProxy ? request.headers.get('x-request-id') : null;
	return given && /^[\w.-]{1,64}$/.test(given) ? given : crypto.randomUUID();
}

function addressOf(event: RequestEvent): string | null {
	try {
		return event.getClientAddress();
	} catch {
		return null;
	}
}

/** Asked every few seconds by whatever watches the server: only their failures are news. */
const PROBES = new Set(['/healthz', '/readyz', '/metrics']);

/** Gives the request its id, and each answer a line of the log: routes and times, no address that someone made up. */
export const handle: Handle = (input) => {
	const { event } = input;
	const requestId = requestIdOf(event.request);
	const channel = isApi(event.url.pathname) ? 'api' : 'page';
	return runFrom({ channel, address: addressOf(event), requestId }, async () => {
		const startedAt = performance.now();
		const response = await answer(input);
		const seconds = (performance.now() - startedAt) / 1000;
		const { method } = event.request;
		const { status } = response;
		const route = event.route.id ?? '(none)';
		meters.requestSeconds.observe({ route, method, status: `${Math.floor(status / 100)}xx` }, seconds);
		if (!(PROBES.has(route) && status < 500))
			log.info({ route, method, status, ms: Math.round(seconds * 1000) }, 'request');
		response.headers.set('x-request-id', requestId);
		return response;
	});
};

/**
 * What tells the language. The middleware copies the request it is given; a copied body is held in memory twice and cannot be
 * put down half-read.
 */
const withoutBody = ({ url, headers }: Request): Request => new Request(url, { headers });

const answer: Handle = ({ event, resolve }) =>
	paraglideMiddleware(withoutBody(event.request), async ({ locale }) => {
		const { request } = event;
		const { ctx, centre, demo } = runtime();
		const path = event.url.pathname;
		const { locals } = event;
		const { site } = centre.state.config;
		locals.theme = readTheme(event.cookies.get(THEME_COOKIE));
		locals.locale = locale;
		locals.demo = demo;
		locals.site = { name: site.name, timeZone: site.timeZone };
		locals.user = await sessionOf(ctx, request.headers, event.getClientAddress());
		const key = request.headers.get('authorization');
		if (!(key && isApi(path)) && isForeignWrite(request, event.url))
			return Response.json(
				{ error: 'A page of another site may not send this. Send it from Marea, or with an API key.' },
				{ status: 403 }
			);
		locals.actor = key && isApi(path) ? await authenticateKey(ctx, key) : locals.user && actorOf(locals.user);

		if (!isHealth(path)) {
			const waitSeconds = requestLimitsOf(ctx).take(locals.actor?.id ?? null, event.getClientAddress());
			if (waitSeconds > 0) return tooMany(waitSeconds, event);
		}
		if (!locals.actor && !isOpen(path) && !isCalendar(path) && !isKiosk(event.url)) {
			if (isApi(path)) return unauthorised(key !== null);
			if (!(await hasAnyUser(ctx))) redirect(303, '/welcome');
			redirect(303, `/sign-in?next=${encodeURIComponent(path + event.url.search)}`);
		}
		// Its role asks for a second factor that is still to be set up: nothing else is open until then.
		if (locals.user?.mustEnrol && !isApi(path) && path !== '/account' && path !== '/sign-out')
			redirect(303, '/account');
		const response = await resolve(event, {
			transformPageChunk: ({ html }) => html.replace('%lang%', locale).replace('%theme%', locals.theme)
		});
		// server.ts sets the other headers, on files and refusals too. People's data stays in no browser's store.
		if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
		// Kit leaves the encoding of its pages to their own first lines.
		if (response.headers.get('content-type') === 'text/html')
			response.headers.set('content-type', 'text/html; charset=utf-8');
		return response;
	});

/**
 * A write that the session's cookie would allow must come from our own pages. Kit's own check knows no API keys and
 * refuses what plain curl sends; this one holds in development too.
 */
function isForeignWrite(request: Request, url: URL): boolean {
	const isRead = ['GET', 'HEAD', 'OPTIONS'].includes(request.method);
	return !isRead && request.headers.get('origin') !== url.origin;
}

const unauthorised = (hadKey: boolean): Response =>
	Response.json(
		{
			error: hadKey
				? 'This API key is unknown or revoked.'
				: 'Send an API key: Authorization: Bearer KEY (marea key add makes one).'
		},
		{ status: 401, headers: { 'www-authenticate': 'Bearer' } }
	);

function tooMany(waitSeconds: number, { url, isDataRequest }: RequestEvent): Response {
	const init = { status: 429, headers: { 'retry-after': String(waitSeconds), 'cache-control': 'no-store' } };
	const text = m.error_too_many_requests({ seconds: String(waitSeconds) });
	if (isApi(url.pathname)) return Response.json({ error: text }, init);
	// A page that asks for its data anew shows what it is told.
	return isDataRequest ? Response.json({ message: text }, init) : new Response(text, init);
}

/** What the platform throws of a form's or a JSON's text, before any of our code has seen it. */
const isUnreadable = (error: unknown): boolean =>
	error instanceof SyntaxError ||
	(error instanceof TypeError && /FormData|form data|Content-Type|boundary/i.test(error.message));

/** A refusal of a domain says so in its own words; anything else is logged and told as the request's id only. */
export const handleError: HandleServerError = ({ error, kind, event }) => {
	if (kind !== 'unknown') return;
	const refusal = error as { status?: unknown; message?: string } | null;
	if (typeof refusal?.status === 'number' && refusal.status >= 400 && refusal.status < 500)
		return { status: refusal.status, message: refusal.message ?? 'Refused' };
	if (isUnreadable(error))
		return { status: 400, message: 'The request cannot be read: its form or JSON is malformed.' };
	const trouble = databaseTrouble(error);
	const id = currentOrigin()?.requestId ?? 'unknown';
	// The route and not the address: that may name a customer, and a calendar's is a secret.
	log.error({ route: event.route.id, err: error }, 'request failed');
	if (trouble) return { status: 503, message: `${TROUBLE_TEXT[trouble]} (${id})` };
	return { message: `Internal error (${id})` };
};
