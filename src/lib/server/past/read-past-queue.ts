import type { WaitingContact } from '#lib/contracts/contact.ts';
import type { PastQueue } from '#lib/contracts/live.ts';
import { can, requireRight, seesContact, seesQueue } from '../access/index.ts';
import type { Actor } from '../context.ts';
import { dayStart, isLost, placesOf } from '../live/index.ts';
import type { PastFloor } from './past-floor.ts';

const HALF_HOUR_MS = 1_800_000;
const MOST = 200;

/** Who stood in a queue's line at the moment, and what had entered it by half hour of that day; null where there is no such queue. */
export function readPastQueue({ state, atMs }: PastFloor, actor: Actor, queueId: string): PastQueue | null {
	requireRight(actor, 'live.view');
	const queue = state.queues.get(queueId);
	if (!queue || !seesQueue(actor, queueId)) return null;
	const intervals: PastQueue['intervals'] = [];
	for (let at = dayStart(atMs, state.config.site.timeZone); at <= atMs; at += HALF_HOUR_MS) {
		const { offered, answered, abandoned } = queue.tallies.sum(at, at + HALF_HOUR_MS);
		if (offered > 0)
			intervals.push({ intervalStart: new Date(at).toISOString(), offered, answered, abandoned });
	}
	if (!can(actor, 'contacts.view')) return { intervals, waiting: null };
	const waiting: WaitingContact[] = [];
	for (const fold of queue.waiting)
		if (!isLost(fold, atMs) && seesContact(actor, placesOf(fold))) {
			const { id, customer, language, intent } = fold;
			waiting.push({
				id,
				customer,
				language,
				intent,
				intentProbability: null,
				enteredAt: fold.waiting!.enteredAt
			});
		}
	waiting.sort((a, b) => a.enteredAt - b.enteredAt || (a.id < b.id ? -1 : 1));
	return { intervals, waiting: waiting.slice(0, MOST) };
}
