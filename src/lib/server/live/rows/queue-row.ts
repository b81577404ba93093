import type { AgentRow, QueueRow } from '#lib/contracts/live.ts';
import { isLost } from '../lost-contact.ts';
import type { QueueState } from '../live-state.ts';
import { periodNumbers } from '../numbers.ts';
import { countStates } from './agent-row.ts';
import { expectedWait } from './expected-wait.ts';
import { sentimentOf } from './sentiment-of.ts';

const HALF_HOUR_MS = 1_800_000;

export interface QueueMoment {
	nowMs: number;
	wallMs: number;
	dayStartMs: number;
	/** Agents with the queue's skill, and how many queues each can serve. */
	eligible: { row: AgentRow; queueCount: number }[];
	/** Moods of the contacts active in the last quarter of an hour. */
	moods: number[];
}

export function queueRow({ config, tallies, waiting, handling }: QueueState, moment: QueueMoment): QueueRow {
	const { nowMs, wallMs, dayStartMs, eligible, moods } = moment;
	let count = 0;
	let oldest = Infinity;
	for (const fold of waiting)
		if (!isLost(fold, nowMs)) {
			count++;
			oldest = Math.min(oldest, fold.waiting!.enteredAt);
		}
	let handled = 0;
	for (const fold of handling) if (!isLost(fold, nowMs)) handled++;
	const today = periodNumbers(tallies.sum(dayStartMs, nowMs + 60_000), config.variant);
	const lastHalfHour = periodNumbers(tallies.sum(nowMs - HALF_HOUR_MS, nowMs + 60_000), config.variant);
	const ahtSeconds = lastHalfHour.ahtSeconds ?? today.ahtSeconds;
	const wait = expectedWait({
		waiting: count,
		ahtSeconds,
		concurrency: config.concurrency,
		agents: eligible
	});
	return {
		id: config.id,
		name: config.name,
		clockOffsetMs: nowMs - wallMs,
		channel: config.channel,
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
		agents: countStates(eligible.map(({ row }) => row)),
		ewtSeconds: wait === null ? null : Math.round(wait),
		sentiment: sentimentOf(moods)
	};
}
