import type { QueueRow } from '#lib/contracts/live.ts';
import { ageSeconds } from './age-seconds.ts';

/** The longest of the queues' oldest waits, each on its own source's clock. */
export function oldestWaitSeconds(queues: readonly QueueRow[], wallMs: number): number | null {
	let oldest: number | null = null;
	for (const { oldestEnteredAt, clockOffsetMs } of queues) {
		const age = ageSeconds(oldestEnteredAt, wallMs, clockOffsetMs);
		if (age !== null && (oldest === null || age > oldest)) oldest = age;
	}
	return oldest;
}
