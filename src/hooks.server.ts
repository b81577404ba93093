import { redirect } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { building } from '$app/env';
import { readTheme, THEME_COOKIE } from '#lib/components/frame/theme.ts';
import { paraglideMiddleware } from '#lib/paraglide/server.js';
import { actorOf, authenticateKey, hasAnyUser, sessionOf } from '#lib/server/access/index.ts';
import { log } from '#lib/server/log.ts';
import { attachRealtime } from '#lib/server/realtime/index.ts';
import { runtime, startRuntime } from '#lib/server/runtime.ts';

/** Where server.ts and the dev server find this bundle's runtime and sockets. */
const DOOR = Symbol.for('marea.door');

export const init: ServerInit = async () => {
	if (building) return;
	await startRuntime();
	(globalThis as Record<symbol, unknown>)[DOOR] = { attachRealtime, stop: () => runtime().stop() };
};

const isOpen = (path: string): boolean =>
	['/sign-in', '/welcome', '/healthz', '/readyz', '/api/v1/openapi.json'].includes(path);
/** Calendar programs sign in nowhere: the address is the key, and the route asks for it. */
const isCalendar = (path: string): boolean => path.startsWith('/calendar/');
/** A kiosk link's page: it asks for its token itself, and shows nothing without. */
const isKiosk = (url: URL): boolean => url.pathname === '/wallboard' && url.searchParams.has('token');
const isApi = (path: string): boolean => path.startsWith('/api/') || path === '/metrics';

export const handle: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, async ({ locale }) => {
		const { request } = event;
		const { ctx, centre, demo } = runtime();
		const path = event.url.pathname;
		const { locals } = event;
		const { site } = centre.state.config;
		locals.theme = readTheme(event.cookies.get(THEME_COOKIE));
		locals.locale = locale;
		locals.demo = demo;
		locals.site = { name: site.name, timeZone: site.timeZone };
		locals.user = await sessionOf(ctx, request.headers);
		const key = request.headers.get('authorization');
		if (!(key && isApi(path)) && isForeignWrite(request, event.url))
			return Response.json(
				{ error: 'A page of another site may not send this. Send it from Marea, or with an API key.' },
				{ status: 403 }
			);
		locals.actor = key && isApi(path) ? await authenticateKey(ctx, key) : locals.user && actorOf(locals.user);

		if (!locals.actor && !isOpen(path) && !isCalendar(path) && !isKiosk(event.url)) {
			if (isApi(path)) return unauthorised(key !== null);
			if (!(await hasAnyUser(ctx))) redirect(303, '/welcome');
			redirect(303, `/sign-in?next=${encodeURIComponent(path + event.url.search)}`);
		}
		const response = await resolve(event, {
			transformPageChunk: ({ html }) => html.replace('%lang%', locale).replace('%theme%', locals.theme)
		});
		response.headers.set('x-content-type-options', 'nosniff');
		response.headers.set('referrer-policy', 'same-origin');
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

/** A refusal of a domain says so in its own words; anything else is logged and told as an id only. */
export const handleError: HandleServerError = ({ error, kind, event }) => {
	if (kind !== 'unknown') return;
	const refusal = error as { status?: unknown; message?: string } | null;
	if (typeof refusal?.status === 'number' && refusal.status >= 400 && refusal.status < 500)
		return { status: refusal.status, message: refusal.message ?? 'Refused' };
	const id = crypto.randomUUID().slice(0, 8);
	const { pathname } = event.url;
	// A calendar's address is a secret.
	const path = isCalendar(pathname) ? '/calendar/…' : pathname;
	log.error({ id, path, err: error }, 'request failed');
	return { message: `Internal error (${id})` };
};
