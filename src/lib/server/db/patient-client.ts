import { setTimeout } from 'node:timers/promises';
import type { Client } from '@libsql/client';
import { databaseTrouble } from './database-trouble.ts';

/** SQLite's own wait stands still with the whole process, so it is kept as short as a commit of the CLI beside us. */
export const BUSY_TIMEOUT_MS = 20;
/** A statement waits this long for another process's lock, while pages, sockets and health go on. */
const PATIENCE_MS = 10_000;
const STEPS_MS = [5, 10, 20, 40, 80] as const;

/**
 * Makes a call again as long as another process holds the lock, with pauses in which everything else goes on.
 *
 * @param before what to do ahead of each further attempt, in a turn of the loop of its own
 */
export async function patiently<T>(
	call: () => T | Promise<T>,
	before?: () => Promise<void>,
	patienceMs = PATIENCE_MS
): Promise<T> {
	const until = performance.now() + patienceMs;
	for (let attempt = 0; ; attempt++) {
		try {
			return await call();
		} catch (error) {
			if (databaseTrouble(error) !== 'busy') throw error;
			await setTimeout(STEPS_MS[Math.min(attempt, STEPS_MS.length - 1)]);
			await before?.();
			if (performance.now() >= until) throw error;
		}
	}
}

/**
 * Lets a client's calls wait for another process's lock between attempts, in place of inside one. A batch that met the lock was
 * rolled back as a whole: trying it again does nothing twice.
 *
 * The driver leaves the statement that met the lock unfinished, and SQLite then refuses every later commit of that
 * connection; so that one is given up for a new one. At the beginning of a turn of the loop nobody is using it.
 *
 * @param pragmas of each connection
 */
export async function patientClient(client: Client, pragmas: string, patienceMs?: number): Promise<Client> {
	const { execute, batch, migrate } = client;
	const renew = async (): Promise<void> => {
		if (client.closed) throw new Error('Waiting for a lock: the database was closed meanwhile.');
		client.reconnect();
		await client.executeMultiple(pragmas);
	};
	const wait = <T>(call: () => Promise<T>): Promise<T> => patiently(call, renew, patienceMs);
	client.execute = ((...args: Parameters<Client['execute']>) =>
		wait(() => execute.apply(client, args))) as Client['execute'];
	client.batch = (...args) => wait(() => batch.apply(client, args));
	client.migrate = (...args) => wait(() => migrate.apply(client, args));
	await client.executeMultiple(pragmas);
	return client;
}
