import type { QueueTerms } from '../staffing/index.ts';

/** Contacts that reach people with the bots as planned / as in the history that the forecast continues. */
export function peopleShare({ bots }: QueueTerms): number {
	if (!bots) return 1;
	const { planned, before } = bots;
	return (1 - planned.share * planned.containment) / (1 - before.share * before.containment);
}
