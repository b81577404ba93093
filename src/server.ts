import { createServer, type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { answerBroken } from './door/answer-broken.ts';
import { HTTP_LIMITS, MAX_BODY_BYTES, MAX_CONNECTIONS, turnAway } from './door/http-limits.ts';
import { secretsFromFiles } from './door/secrets-from-files.ts';
import { setSecurityHeaders } from './door/security-headers.ts';

const say = (text: string): void => void process.stderr.write(`marea: ${text}\n`);
function cannotStart(error: unknown): never {
	say(`cannot start: ${error instanceof Error ? error.message : String(error)}`);
	process.exit(1);
}

// Behind no proxy the adapter would take plain http for https and refuse every form: unless a proxy is
// declared, the protocol is what the socket says.
process.env.PROTOCOL_HEADER ??= 'x-forwarded-proto';
process.env.BODY_SIZE_LIMIT ??= String(MAX_BODY_BYTES);
const trustsProxy = process.env.MAREA_TRUST_PROXY === '1';
// Whoever may send a header must not choose the address that limits hold against.
if (trustsProxy) process.env.ADDRESS_HEADER ??= 'x-forwarded-for';
else delete process.env.ADDRESS_HEADER;

interface Door {
	attachRealtime(server: ReturnType<typeof createServer>): () => Promise<void>;
	drain(): void;
	stop(): Promise<void>;
}

let handler: import('node:http').RequestListener;
try {
	secretsFromFiles(process.env);
	// The build exists only after `vite build`, hence no static import. Importing it opens the database.
	({ handler } = (await import(new URL('../build/handler.js', import.meta.url).href)) as {
		handler: import('node:http').RequestListener;
	});
} catch (error) {
	cannotStart(error);
}
const door = (globalThis as Record<symbol, unknown>)[Symbol.for('marea.door')] as Door;

/** An answer that came before the body's end is heard, and the sender then stopped: nobody reads the rest. */
function endUnread(request: IncomingMessage): void {
	if (!request.complete) setTimeout(() => request.complete || request.destroy(), 1_000).unref();
}

const server = createServer(HTTP_LIMITS, (request, response) => {
	const { headers, socket } = request;
	if (!trustsProxy) headers['x-forwarded-proto'] = 'http';
	else headers['x-forwarded-for'] ??= socket.remoteAddress;
	response.once('finish', () => endUnread(request));
	const turned = turnAway(request);
	if (!turned) return handler(request, response);
	// What is still to come of the body is let go by: a line that is closed upon it is reset before the answer is read.
	request.resume();
	response.writeHead(turned.status, { 'content-type': 'application/json' });
	response.end(JSON.stringify({ error: turned.error }));
});
server.on('clientError', answerBroken);
server.maxConnections = MAX_CONNECTIONS;
const detach = door.attachRealtime(server);
// Before the sockets' own listener, which answers its polls past the one above.
server.prependListener('request', ({ headers }, response) =>
	setSecurityHeaders(response, trustsProxy && headers['x-forwarded-proto'] === 'https')
);

const port = Number(process.env.PORT ?? 3000);
const host = process.env.HOST ?? '127.0.0.1';
server.on('error', (error: NodeJS.ErrnoException) => {
	const reason =
		error.code === 'EADDRINUSE' ? `port ${port} is taken; choose another with --port` : error.message;
	say(`cannot listen on ${host}:${port}: ${reason}.`);
	process.exit(1);
});
server.listen(port, host, () => say(`ready on http://${host.includes(':') ? `[${host}]` : host}:${port}`));

// One request's forgotten promise does not end everybody's centre. Where it came from is said; the message may quote data.
process.on('unhandledRejection', (error) => {
	const { name, code, stack } = (error ?? {}) as Error & { code?: string };
	const from = stack?.split('\n').filter((line) => /^\s+at /.test(line));
	say(
		`a promise failed unheard: ${name ?? typeof error} ${code ?? ''}\n${from?.slice(0, 8).join('\n') ?? ''}`
	);
});
/** Readiness says no for so long while everything is still answered, so that a balancer sends its requests elsewhere. */
const drainMs = Number(process.env.MAREA_DRAIN_SECONDS ?? 0) * 1000;
/** What is under way may take so long to end, */
const IN_FLIGHT_MS = 10_000;
/** and the whole stop so long: then the process ends as it stands, which loses nothing that was acknowledged. */
const STOP_MS = 30_000;

let isStopping = false;
async function stop(): Promise<void> {
	if (isStopping) return;
	isStopping = true;
	door.drain();
	if (drainMs > 0) await wait(drainMs);
	setTimeout(() => process.exit(1), STOP_MS).unref();
	const closed = new Promise<void>((done) => server.close(() => done()));
	// A kept connection is idle again after each answer.
	const idling = setInterval(() => server.closeIdleConnections(), 50);
	server.closeIdleConnections();
	await detach();
	await Promise.race([closed, wait(IN_FLIGHT_MS, undefined, { ref: false })]);
	clearInterval(idling);
	server.closeAllConnections();
	await door.stop();
	process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
