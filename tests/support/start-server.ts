import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export interface RunningServer {
	url: string;
	port: number;
	/** IANA zone of a demo centre that this start sets up. */
	demoZone: string;
	/** file: URL of its database, for the command line. */
	db: string;
	process: ChildProcess;
	/** Everything it has said. */
	log(): string;
	/** Ends it as an operator would; resolves to its exit code. */
	stop(): Promise<number | null>;
	/** Ends it as a power cut would. */
	kill(): Promise<void>;
	/** Takes its folder away. */
	remove(): void;
}

export interface ServerOptions {
	demo?: boolean;
	/** Vite's dev server in place of the production build. */
	dev?: boolean;
	/** An existing database's URL. */
	db?: string;
	port?: number;
	/** Beside what every run sets. */
	env?: Record<string, string>;
	/** Options of Node itself. */
	nodeArgs?: string[];
}

/** Starts a server on a free port and a database of its own, and resolves when it says that it is ready. */
export async function startServer({
	demo = false,
	dev = false,
	db,
	port = 0,
	env = {},
	nodeArgs = []
}: ServerOptions = {}): Promise<RunningServer> {
	const folder = db ? null : mkdtempSync(join(tmpdir(), 'marea-'));
	const database = db ?? `file:${join(folder!, 'marea.db')}`;
	const args = dev ? ['node_modules/vite/bin/vite.js', 'dev', '--strictPort'] : ['src/server.ts'];
	const chosen = port || (await freePort());
	const zone = demoZone();
	const child = spawn(process.execPath, [...nodeArgs, ...args], {
		cwd: root,
		env: {
			...process.env,
			VITEST: undefined,
			NODE_ENV: dev ? 'development' : 'production',
			// As `npm start` does.
			NODE_COMPILE_CACHE: 'node_modules/.cache/node',
			PORT: String(chosen),
			HOST: '127.0.0.1',
			DATABASE_URL: database,
			MAREA_DEMO: demo ? '1' : '0',
			...(demo ? { MAREA_DEMO_ZONE: zone } : {}),
			NO_COLOR: '1',
			...env
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let said = '';
	const exited = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
	const ready = new Promise<void>((done, fail) => {
		const hear = (chunk: Buffer): void => {
			said += chunk.toString();
			if (/ready on http|ready in \d+/.test(said)) done();
		};
		child.stdout.on('data', hear);
		child.stderr.on('data', hear);
		void exited.then((code) =>
			fail(new Error(`The server ended with ${code} before it was ready:\n${said}`))
		);
	});
	await ready;
	return {
		url: `http://127.0.0.1:${chosen}`,
		port: chosen,
		demoZone: zone,
		db: database,
		process: child,
		log: () => said,
		stop: async () => {
			child.kill('SIGTERM');
			return exited;
		},
		kill: async () => {
			child.kill('SIGKILL');
			await exited;
		},
		remove: () => folder && rmSync(folder, { recursive: true, force: true })
	};
}

/** Where it is between eleven and twelve now: the demo centre's day is in full swing whenever the tests run. */
export function demoZone(nowMs = Date.now()): string {
	const ahead = 11 - new Date(nowMs).getUTCHours();
	// The signs of these zones are turned round: Etc/GMT-2 is two hours ahead of UTC.
	return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
	const { createServer } = await import('node:net');
	return new Promise((done, fail) => {
		const probe = createServer();
		probe.once('error', fail);
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as { port: number };
			probe.close(() => done(port));
		});
	});
}
