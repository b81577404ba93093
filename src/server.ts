import { createServer } from 'node:http';

// Behind no proxy the adapter would take plain http for https and refuse every form: unless a proxy is
// declared, the protocol is what the socket says.
process.env.PROTOCOL_HEADER ??= 'x-forwarded-proto';
process.env.BODY_SIZE_LIMIT ??= '64M';
const trustsProxy = process.env.MAREA_TRUST_PROXY === '1';

interface Door {
	attachRealtime(server: ReturnType<typeof createServer>): () => Promise<void>;
	stop(): Promise<void>;
}

// The build exists only after `vite build`, hence no static import.
const { handler } = (await import(new URL('../build/handler.js', import.meta.url).href)) as {
	handler: import('node:http').RequestListener;
};
const door = (globalThis as Record<symbol, unknown>)[Symbol.for('marea.door')] as Door;

const server = createServer((request, response) => {
	if (!trustsProxy) request.headers['x-forwarded-proto'] = 'http';
	handler(request, response);
});
const detach = door.attachRealtime(server);

const port = Number(process.env.PORT ?? 3000);
const host = process.env.HOST ?? '127.0.0.1';
server.on('error', (error: NodeJS.ErrnoException) => {
	const reason =
		error.code === 'EADDRINUSE' ? `port ${port} is taken; choose another with --port` : error.message;
	process.stderr.write(`marea: cannot listen on ${host}:${port}: ${reason}.\n`);
	process.exit(1);
});
server.listen(port, host, () =>
	process.stderr.write(`marea: ready on http://${host.includes(':') ? `[${host}]` : host}:${port}\n`)
);

let isStopping = false;
async function stop(): Promise<void> {
	if (isStopping) return;
	isStopping = true;
	server.close();
	server.closeIdleConnections();
	await detach();
	server.closeAllConnections();
	await door.stop();
	process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
