import type { ExceptionRow, LiveException } from './adherence-view.ts';

/** What is foreseen of a queue. */
export interface QueueOutlook {
	id: string;
	name: string;
	/** Contacts by which the target will have been missed in the next half hour; null = nothing is foreseen. */
	lost30: number | null;
	ahtSeconds: number | null;
}

const AHEAD_SECONDS = 1_800;

/**
 * What a departure costs the queues that the person serves: of the contacts that will miss their target in the next
 * half hour, as many as the person could have handled in it, for the queue where that is most. Nothing for those who
 * work although they should not.
 */
export function effectOn(
	{ planned, plannedToAt }: Pick<ExceptionRow, 'planned' | 'plannedToAt'>,
	served: readonly string[],
	outlooks: ReadonlyMap<string, QueueOutlook>,
	nowMs: number
): LiveException['effect'] {
	if (planned !== 'work') return null;
	const missingSeconds = Math.max(0, Math.min(AHEAD_SECONDS, (plannedToAt - nowMs) / 1000));
	let most: LiveException['effect'] = null;
	for (const id of served) {
		const queue = outlooks.get(id);
		if (!queue || queue.lost30 === null || !queue.ahtSeconds) continue;
		const contacts = Math.min(queue.lost30, missingSeconds / queue.ahtSeconds);
		if (contacts > (most?.contacts ?? 0)) most = { queueId: id, queueName: queue.name, contacts };
	}
	return most;
}
