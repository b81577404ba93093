import { setPriority } from 'node:os';
import { isMainThread } from 'node:worker_threads';

/** Of what is left of the processors this takes what nobody else wants; at rest it is as fast as ever. */
const NICE = 10;

/**
 * Lets the thread that calls this give way to the server's own, which people and feeds wait for. On Linux a priority
 * belongs to a thread; elsewhere it would be that of the whole process, so nothing is done.
 */
export function giveWay(): void {
	if (isMainThread || process.platform !== 'linux') return;
	try {
		setPriority(NICE);
	} catch {
		// A container may forbid it; then the thread works as any other.
	}
}
