import type { Channel } from '#lib/contracts/terms.ts';
import type { HandleTime } from '#solver/prediction/index.ts';
import type { QueueHabits, Sums } from './habits.ts';

/** Until a queue's own contacts say otherwise. */
const HANDLE_SECONDS: Record<Channel, number> = {
	voice: 300,
	chat: 600,
	messaging: 600,
	email: 480,
	social: 480
};
const USUAL_CV = 0.8;
/** The usual counts like so many contacts beside those of the last hour. */
const USUAL_WEIGHT = 20;
/** A mean is never surer than this: what comes is not what was. */
const LEAST_ERROR = 0.03;
/** Patience that was set, or the field's usual, counts like so many who left. */
const PATIENCE_WEIGHT = 2;
const PATIENCE_SECONDS: Partial<Record<Channel, number>> = { voice: 300, chat: 420, messaging: 900 };

/** Mean and spread of a handling: the last hour's, drawn towards the day's where it has few. */
export function handleTime(
	habits: QueueHabits | undefined,
	channel: Channel,
	plannedSeconds: number | null
): HandleTime {
	const usual = habits?.usual;
	const recent = habits?.recent;
	const mean = (sums: Sums | undefined) => (sums && sums.count > 0 ? sums.ms / 1000 / sums.count : null);
	const learned = mean(usual) ?? plannedSeconds ?? HANDLE_SECONDS[channel];
	const count = recent?.count ?? 0;
	const meanSeconds = Math.max(
		1,
		(count * (mean(recent) ?? learned) + USUAL_WEIGHT * learned) / (count + USUAL_WEIGHT)
	);
	const cv = usual && usual.count >= 30 ? cvOf(usual) : USUAL_CV;
	const evidence = usual ? Math.min(usual.count, count + USUAL_WEIGHT) : 0;
	return {
		meanSeconds,
		cv,
		meanError: Math.max(LEAST_ERROR, cv / Math.sqrt(Math.max(4, evidence))),
		wrapSeconds: usual && usual.count > 0 ? habits!.wrapMs / 1000 / usual.count : 0,
		usualSeconds: usual && usual.count - count >= 30 ? meanWithout(usual, recent!) : null
	};
}

const meanWithout = (usual: Sums, recent: Sums): number =>
	(usual.ms - recent.ms) / 1000 / (usual.count - recent.count);

/** Of a lognormal with this spread of logs. */
function cvOf({ count, log, logSquare }: Sums): number {
	const variance = Math.max(0, logSquare / count - (log / count) ** 2);
	return Math.min(2, Math.max(0.1, Math.sqrt(Math.exp(variance) - 1)));
}

/**
 * Mean of the exponential patience from time in line and those who left unanswered, drawn towards what was set. A
 * queue of letters that nobody has left has none.
 */
export function patience(
	habits: QueueHabits | undefined,
	channel: Channel,
	setSeconds: number | null
): { patienceSeconds: number | null; abandonShare: number } {
	const left = (habits?.abandoned ?? 0) + (habits?.flowedOut ?? 0);
	const prior = setSeconds ?? PATIENCE_SECONDS[channel] ?? null;
	const abandonShare = left > 0 ? habits!.abandoned / left : 1;
	const waited = (habits?.waitMs ?? 0) / 1000;
	if (prior === null) return { patienceSeconds: left > 0 ? Math.max(1, waited / left) : null, abandonShare };
	return {
		patienceSeconds: Math.max(1, (waited + PATIENCE_WEIGHT * prior) / (left + PATIENCE_WEIGHT)),
		abandonShare
	};
}

/** How long the fastest answers take. */
export const ringSeconds = (habits: QueueHabits | undefined): number =>
	habits && habits.rings >= 10 ? habits.ringMs / 1000 / habits.rings : 0;
