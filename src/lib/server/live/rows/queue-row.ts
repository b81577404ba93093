import type { QueueRow } from '#lib/contracts/live.ts';
import type { Tally } from '../fold/queue-tally.ts';
import { isLost } from '../lost-contact.ts';
import type { QueueState } from '../live-parts.ts';
import { periodNumbers } from '../numbers.ts';
import type { WaitPredictions } from '../wait-predictions.ts';
import { botNumbers } from './bot-numbers.ts';
import { expectedWait, servingSlots } from './expected-wait.ts';
import { sentimentOf, type MoodSum } from './sentiment-of.ts';
import type { Eligible } from './serving-agents.ts';

const HALF_HOUR_MS = 1_800_000;

export interface QueueMoment {
	nowMs: number;
	wallMs: number;
	dayStartMs: number;
	eligible: Eligible;
	/** Of the contacts active in the last quarter of an hour. */
	mood: MoodSum;
	waits: WaitPredictions;
}

/** A queue's row, and what the site's is added up from. */
export interface QueueReading {
	row: QueueRow;
	today: Tally;
	mood: MoodSum;
}

export function readQueue(
	{ config, source, tallies, bots, waiting, handling, prediction }: QueueState,
	moment: QueueMoment
): QueueReading {
	const { nowMs, wallMs, dayStartMs, eligible, mood, waits } = moment;
	let count = 0;
	let oldest = Infinity;
	for (const fold of waiting)
		if (!isLost(fold, nowMs)) {
			count++;
			oldest = Math.min(oldest, fold.waiting!.enteredAt);
		}
	let handled = 0;
	for (const fold of handling) if (!isLost(fold, nowMs)) handled++;
	const todayTally = { ...tallies.sum(dayStartMs, nowMs + 60_000) };
	const today = periodNumbers(todayTally, config.variant);
	const lastHalfHour = periodNumbers(tallies.sum(nowMs - HALF_HOUR_MS, nowMs + 60_000), config.variant);
	const wait = expectedWait({
		waiting: count,
		ahtSeconds: lastHalfHour.ahtSeconds ?? today.ahtSeconds,
		concurrency: config.concurrency,
		agents: eligible
	});
	const held = botNumbers(bots, moment);
	const row: QueueRow = {
		id: config.id,
		name: config.name,
		clockOffsetMs: nowMs - wallMs,
		channel: config.channel,
		source,
		isDemo: config.isDemo,
		isDiscovered: config.isDiscovered,
		target: {
			share: config.serviceLevelShare,
			thresholdSeconds: config.thresholdSeconds,
			variant: config.variant
		},
		waiting: count,
		oldestEnteredAt: oldest < Infinity ? oldest : null,
		handling: handled,
		today,
		lastHalfHour,
		agents: { ...eligible.states },
		ewtSeconds: wait === null ? null : Math.round(wait),
		ewtSlots: eligible.staffedByQueues.size === 0 ? null : servingSlots(eligible, config.concurrency),
		ewtError: waits.errorOf(config.id, nowMs),
		bots: held.sessions === 0 ? null : held,
		sentiment: sentimentOf(mood),
		prediction
	};
	return { row, today: todayTally, mood };
}
