import type { QueueTerms } from './queue-terms.ts';

/**
 * Contacts that reach people with the bots of a plan / those with the bots of the history that the forecast continues:
 * what was closed by a bot then never was in the history.
 */
export function botFactor(bots: QueueTerms['bots'] | undefined): number {
	if (!bots) return 1;
	const { planned, before } = bots;
	return (1 - planned.share * planned.containment) / (1 - before.share * before.containment);
}
