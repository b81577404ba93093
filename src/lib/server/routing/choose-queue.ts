import type { Channel } from '#lib/contracts/terms.ts';
import type { CentreConfig, QueueConfig } from '../live/index.ts';
import type { CentreProfile } from './centre-profile.ts';

export type QueueChoice = { queue: QueueConfig; why: 'asked' | 'contact' | 'profile' | 'only' };

/**
 * The queue for a contact that names none: of those of its channel, the one where most of the latest contacts of its language
 * and intent went. Null where nothing tells.
 */
export function chooseQueue(
	{ queues }: CentreConfig,
	profile: CentreProfile,
	wanted: { channel: Channel | null; language: string | null; intent: string | null }
): QueueChoice | null {
	const ofChannel = queues.filter(({ channel }) => wanted.channel === null || channel === wanted.channel);
	if (ofChannel.length === 1) return { queue: ofChannel[0]!, why: 'only' };
	let best: QueueConfig | null = null;
	let most = 0;
	for (const queue of ofChannel) {
		let count = 0;
		for (const row of profile.queues.get(queue.id) ?? [])
			if (
				(wanted.language === null || row.language === wanted.language) &&
				(wanted.intent === null || row.intent === wanted.intent)
			)
				count += row.count;
		if (count > most) [best, most] = [queue, count];
	}
	return best && { queue: best, why: 'profile' };
}
