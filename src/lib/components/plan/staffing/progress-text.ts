import { m } from '#lib/paraglide/messages.js';

/** What the work on a plan is at, from the word that the worker sends. */
export function progressText(
	message: string | null,
	queues: readonly { id: string; name: string }[]
): string | undefined {
	if (message === null) return undefined;
	if (message === 'pool') return m.staffing_progress_pool();
	if (message === 'check') return m.staffing_progress_check();
	const id = message.replace(/^queue /, '');
	return m.staffing_progress_queue({ queue: queues.find((queue) => queue.id === id)?.name ?? id });
}
