import type { AdherenceSeconds } from './terms.ts';

export const noSeconds = (): AdherenceSeconds => ({
	scheduled: 0,
	adherent: 0,
	grace: 0,
	exception: 0,
	excused: 0,
	unknown: 0,
	scheduledOnQueue: 0,
	onQueue: 0
});

/** Sums of several people or days: a team's adherence is that of its seconds, not the mean of its members'. */
export function addSeconds(all: readonly AdherenceSeconds[]): AdherenceSeconds {
	const sum = noSeconds();
	for (const one of all)
		for (const name of Object.keys(sum) as (keyof AdherenceSeconds)[]) sum[name] += one[name];
	return sum;
}

/** max(0, 1 − exception / scheduled), over scheduled seconds of which a state is known; null without any. */
export function adherenceOf({ scheduled, unknown, exception }: AdherenceSeconds): number | null {
	const known = scheduled - unknown;
	return known > 0 ? Math.max(0, 1 - exception / known) : null;
}

/** Time on the queues / time planned on them, may pass 1; null where none was planned. */
export const conformanceOf = ({ scheduledOnQueue, onQueue }: AdherenceSeconds): number | null =>
	scheduledOnQueue > 0 ? onQueue / scheduledOnQueue : null;
