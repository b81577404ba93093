import { readFileSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import fc from 'fast-check';
import { openSocket, type LiveSocket } from '../open-socket.ts';
import { startServer, type RunningServer } from '../start-server.ts';
import { prepareActors, SENTINELS, type FuzzActor } from './actors.ts';
import { requestArbitrary, socketArguments, type FuzzRequest } from './requests.ts';
import { findEntries, findSocketEvents, type ApiDescription } from './surface.ts';

export interface FuzzReport {
	seed: number;
	requests: number;
	socketMessages: number;
	entries: number;
	socketEvents: number;
	seconds: number;
	/** How many requests had which status. */
	statuses: Record<string, number>;
	/** Resident memory in MB, evenly over the run. */
	rssMb: number[];
	slowestMs: number;
	/** Each kind of finding once, with the request that showed it. */
	findings: string[];
}

const CONCURRENCY = 12;
const CHUNK = 400;
/** No answer within this is a hang, on a machine that has other work too. */
const HANG_MS = 20_000;

/** Sends so many generated requests and socket messages to a server of its own, and holds the answers against what must never be. */
export async function runFuzz({ requests, seed }: { requests: number; seed: number }): Promise<FuzzReport> {
	const server = await startServer({
		// What the limits would turn away is what is to be looked at.
		env: { MAREA_REQUESTS_PER_SECOND: '1000000', MAREA_SOCKETS_PER_PERSON: '1000000', LOG_LEVEL: 'error' }
	});
	try {
		return await new Fuzz(server, seed).run(requests);
	} finally {
		await server.kill();
		server.remove();
	}
}

class Fuzz {
	readonly #server: RunningServer;
	readonly #seed: number;
	readonly #agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
	readonly #found = new Map<string, string>();
	readonly #statuses: Record<string, number> = {};
	#slowestMs = 0;

	constructor(server: RunningServer, seed: number) {
		this.#server = server;
		this.#seed = seed;
	}

	async run(wanted: number): Promise<FuzzReport> {
		const startedAt = performance.now();
		const { actors, ids } = await prepareActors(this.#server);
		const api = (await (await fetch(`${this.#server.url}/api/v1/openapi.json`)).json()) as ApiDescription;
		const entries = findEntries(api);
		const events = findSocketEvents();
		const arbitrary = requestArbitrary(entries, api.components.schemas, actors.length, ids);
		const rssMb: number[] = [];
		let requests = 0;
		let socketMessages = 0;
		for (let chunk = 0; requests + socketMessages < wanted; chunk++) {
			const left = wanted - requests - socketMessages;
			const numRuns = Math.min(CHUNK, left);
			const queue = fc.sample(arbitrary, { seed: this.#seed + chunk, numRuns });
			await Promise.all(
				Array.from({ length: CONCURRENCY }, async () => {
					for (let next = queue.pop(); next; next = queue.pop()) await this.#send(next, actors);
				})
			);
			requests += numRuns;
			socketMessages += await this.#sockets(actors, events, ids, chunk);
			rssMb.push(this.#rssMb());
			if (this.#server.process.exitCode !== null) {
				this.#note('exit', `the server ended: ${this.#server.log().slice(-1_500)}`);
				break;
			}
		}
		this.#agent.destroy();
		const kept = Math.max(1, Math.floor(rssMb.length / 12));
		return {
			...{ seed: this.#seed, requests, socketMessages, entries: entries.length, socketEvents: events.length },
			seconds: Math.round((performance.now() - startedAt) / 1000),
			statuses: this.#statuses,
			rssMb: rssMb.filter((_, i) => i % kept === 0),
			slowestMs: Math.round(this.#slowestMs),
			findings: [...this.#found.values()]
		};
	}

	#note(kind: string, text: string): void {
		if (!this.#found.has(kind)) this.#found.set(kind, text);
	}

	#rssMb(): number {
		try {
			const pages = Number(readFileSync(`/proc/${this.#server.process.pid}/statm`, 'utf8').split(' ')[1]);
			return Math.round((pages * 4_096) / 1e6);
		} catch {
			return 0;
		}
	}

	async #send(asked: FuzzRequest, actors: readonly FuzzActor[]): Promise<void> {
		const actor = actors[asked.actor]!;
		const { url } = this.#server;
		const headers: Record<string, string> = {
			...actor.headers,
			accept: asked.accept,
			origin: asked.isForeign ? 'https://evil.example' : url
		};
		if (asked.contentType) headers['content-type'] = asked.contentType;
		const tell = (): string =>
			`${actor.name} ${asked.method} ${asked.path.slice(0, 300)} ${(asked.body ?? '').slice(0, 400)}`;
		const startedAt = performance.now();
		try {
			const { status, body, location } = await this.#ask(asked, headers);
			this.#statuses[status] = (this.#statuses[status] ?? 0) + 1;
			this.#slowestMs = Math.max(this.#slowestMs, performance.now() - startedAt);
			const isSignedOut = status === 401 || location?.startsWith('/sign-in');
			if (isSignedOut && headers.cookie === actor.headers.cookie) await actor.renew?.();
			if (status >= 500)
				this.#note(
					`${asked.method} ${asked.route} ${status}`,
					`${status} to ${tell()} → ${body.slice(0, 300)}`
				);
			for (const { word, mayRead } of SENTINELS)
				if (body.includes(word) && !mayRead.includes(actor.name))
					this.#note(`${word} ${actor.name} ${asked.route}`, `"${word}" was told to ${tell()}`);
		} catch (error) {
			if (this.#server.process.exitCode === null)
				this.#note(`none ${asked.method} ${asked.route}`, `no answer (${String(error)}) to ${tell()}`);
		}
	}

	#ask(
		asked: FuzzRequest,
		headers: Record<string, string>
	): Promise<{ status: number; body: string; location: string | undefined }> {
		return new Promise((done, fail) => {
			const body = asked.body === null ? null : Buffer.from(asked.body.toWellFormed());
			const sent = httpRequest(
				{
					...{ host: '127.0.0.1', port: this.#server.port, agent: this.#agent, timeout: HANG_MS },
					...{ method: asked.method, path: asked.path },
					headers: body ? { ...headers, 'content-length': body.length } : headers
				},
				(answer) => {
					const chunks: Buffer[] = [];
					answer.on('data', (bytes: Buffer) => chunks.push(bytes));
					answer.on('end', () =>
						done({
							status: answer.statusCode!,
							body: Buffer.concat(chunks).toString(),
							location: answer.headers.location
						})
					);
					answer.on('error', fail);
				}
			);
			sent.on('timeout', () => sent.destroy(new Error(`nothing in ${HANG_MS} ms`)));
			sent.on('error', fail);
			sent.end(body ?? undefined);
		});
	}

	/** A round of messages on a socket of each person; resolves to how many were sent. */
	async #sockets(
		actors: readonly FuzzActor[],
		events: string[],
		ids: string[],
		chunk: number
	): Promise<number> {
		let sent = 0;
		for (const actor of actors.filter(({ headers }) => headers.cookie)) {
			let socket: LiveSocket;
			try {
				// The last request of the round may have ended the session.
				await actor.renew!();
				socket = await openSocket(this.#server.url, {
					cookie: actor.headers.cookie!,
					origin: this.#server.url
				});
			} catch (error) {
				this.#note(`socket ${actor.name}`, `no socket for ${actor.name}: ${String(error)}`);
				continue;
			}
			const loose = socket as unknown as {
				emit: (name: string, ...args: unknown[]) => void;
				onAny: (heard: (...heard: unknown[]) => void) => void;
			};
			const hear = (...heard: unknown[]): void => {
				const text = JSON.stringify(heard);
				for (const { word, mayRead } of SENTINELS)
					if (text.includes(word) && !mayRead.includes(actor.name))
						this.#note(`${word} socket ${actor.name}`, `"${word}" was told to ${actor.name} on a socket`);
			};
			loose.onAny(hear);
			// Below the rate at which a socket is closed; the rest of the round trip proves that it still answers.
			const messages = fc.sample(fc.tuple(fc.constantFrom(...events), socketArguments(ids), fc.boolean()), {
				seed: this.#seed * 31 + chunk,
				numRuns: 40
			});
			for (const [name, args, hasReply] of messages) {
				loose.emit(name, ...args, ...(hasReply ? [hear] : []));
				sent++;
			}
			const answered = await new Promise<boolean>((done) => {
				const timer = setTimeout(() => done(false), HANG_MS);
				const end = (is: boolean) => (clearTimeout(timer), done(is));
				loose.emit('notices:join', () => end(true));
				socket.once('disconnect', () => end(false));
			});
			if (!answered)
				this.#note(
					`socket hang`,
					`${actor.name}'s socket went silent after ${JSON.stringify(messages).slice(0, 600)}`
				);
			socket.close();
		}
		return sent;
	}
}

/** Whether memory has grown over a run, beyond what a warm-up and the collector's mood explain. */
export function hasGrown(rssMb: readonly number[]): boolean {
	if (rssMb.length < 8) return false;
	const quarter = Math.floor(rssMb.length / 4);
	const early = Math.min(...rssMb.slice(quarter, 2 * quarter));
	const late = Math.min(...rssMb.slice(-quarter));
	return late > early * 1.3 + 60;
}
