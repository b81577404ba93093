import type { BoardQueue } from '#lib/contracts/board.ts';
import type { State } from '#lib/components/shared/state.ts';
import { serviceLevelState } from '#lib/live/service-level-state.ts';
import { waitState } from '#lib/live/wait-state.ts';

/** As many as can be read at five metres on one screen. */
const QUEUES_A_PAGE = 6;

export type BoardPage =
	{ kind: 'site' } | { kind: 'queue'; queue: BoardQueue } | { kind: 'queues'; queues: BoardQueue[] };

/** What a wallboard shows in turn: the site, then its queues, six a page; one queue alone has the page to itself. */
export function boardPages(queues: readonly BoardQueue[]): BoardPage[] {
	if (queues.length === 1) return [{ kind: 'queue', queue: queues[0]! }];
	const pages: BoardPage[] = [{ kind: 'site' }];
	for (let i = 0; i < queues.length; i += QUEUES_A_PAGE)
		pages.push({ kind: 'queues', queues: queues.slice(i, i + QUEUES_A_PAGE) });
	return pages;
}

/** The worse of a queue's service level and its oldest wait; unknown while its source is silent. */
export function boardState(queue: BoardQueue): State {
	if (queue.isSilent) return 'unknown';
	const states = [
		serviceLevelState(queue.serviceLevel, queue.targetShare),
		waitState(queue.oldestSeconds, queue.thresholdSeconds)
	];
	if (states.includes('breach')) return 'breach';
	if (states.includes('watch')) return 'watch';
	// Nothing has come in the last half hour and nobody waits: that is calm, not unknown.
	return 'ok';
}
