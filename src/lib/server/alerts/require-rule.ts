import { requireRight } from '../access/index.ts';
import type { Actor } from '../context.ts';

/** Who is for a part of the centre sets up rules for one of its queues; a rule for every queue is the whole centre's. */
export function requireRule(actor: Actor, { queueId }: { queueId: string | null }): void {
	requireRight(actor, 'alerts.manage', { queue: queueId, whole: queueId === null });
}
