import type { QueueRow } from '#lib/contracts/live.ts';
import { queueTrouble } from './queue-trouble.ts';

/** The queues, worst first; equal ones by how many wait, then who waits longest, then name. */
export function byTrouble(queues: readonly QueueRow[], wallMs: number): QueueRow[] {
	return queues
		.map((queue) => ({ queue, trouble: queueTrouble(queue, wallMs) }))
		.sort(
			(a, b) =>
				b.trouble - a.trouble ||
				b.queue.waiting - a.queue.waiting ||
				(a.queue.oldestEnteredAt ?? Infinity) - (b.queue.oldestEnteredAt ?? Infinity) ||
				b.queue.lastHalfHour.offered - a.queue.lastHalfHour.offered ||
				a.queue.name.localeCompare(b.queue.name)
		)
		.map(({ queue }) => queue);
}
