import { setTimeout } from 'node:timers/promises';
import { log } from '../log.ts';

const WAIT_MS = 50;

/**
 * Writes what is for people to read and no right hangs on, such as when a key was last used. A full disk keeps nobody
 * from reading, and another process's lock, which may last seconds, makes nobody wait.
 */
export async function noteAside(write: () => PromiseLike<unknown>, failure: string): Promise<void> {
	const written = (async () => write())().catch((error: unknown) => log.warn({ err: error }, failure));
	await Promise.race([written, setTimeout(WAIT_MS, undefined, { ref: false })]);
}
