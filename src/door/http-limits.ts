import type { IncomingMessage, ServerOptions } from 'node:http';

/**
 * What one connection may cost. A header has to be there within seconds, of a connection that says nothing at all
 * too; a body may take as long as 32 MB do on a slow line.
 */
export const HTTP_LIMITS = {
	headersTimeout: 10_000,
	requestTimeout: 120_000,
	keepAliveTimeout: 15_000,
	/** How often the times above are looked at. */
	connectionsCheckingInterval: 1_000,
	/** The request line counts too: longer addresses and headers are answered 431. */
	maxHeaderSize: 16_384
} as const satisfies ServerOptions;

/** Connections at once; further ones are closed at the door, before they cost a file handle for long. */
export const MAX_CONNECTIONS = 8_000;

/** TRACE and what else the parser knows would tell a script what only the server should see. */
const METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** An address is as long as the busiest view's; what is longer is no link of ours. */
const MAX_URL_CHARACTERS = 8_192;

/** The largest body that any route takes, with what a form's frame adds to a file. */
export const MAX_BODY_BYTES = 33_000_000;
/** What forms send: fields, drafts, a form of quality criteria; never a whole history. */
const MAX_FORM_BYTES = 4_000_000;

/** Routes that take files or batches; each refuses by itself what is over its own limit. */
const LARGE = [/^\/api\/v1\/(events|history)$/];

export interface Turned {
	status: 405 | 411 | 413 | 414;
	error: string;
}

/** Why a request is turned away by its first lines, before a byte of its body is read; null to let it in. */
export function turnAway({ url = '/', method, headers }: IncomingMessage): Turned | null {
	if (url.length > MAX_URL_CHARACTERS)
		return { status: 414, error: `The address is longer than ${MAX_URL_CHARACTERS} characters.` };
	if (!METHODS.has(method ?? '')) return { status: 405, error: `${method} is no method of any route.` };
	if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return null;
	const path = url.split('?', 1)[0]!;
	const isLarge = LARGE.some((pattern) => pattern.test(path));
	const limit = isLarge ? MAX_BODY_BYTES : MAX_FORM_BYTES;
	const length = headers['content-length'];
	if (length !== undefined && Number(length) > limit)
		return {
			status: 413,
			error: `The body is larger than ${Math.floor(limit / 1_000_000)} MB: send it in smaller parts.`
		};
	// Browsers always tell a form's length; without one only routes that count as they read are open.
	if (length === undefined && headers['transfer-encoding'] !== undefined && !path.startsWith('/api/'))
		return { status: 411, error: 'A body without a Content-Length is taken by the API only.' };
	return null;
}
