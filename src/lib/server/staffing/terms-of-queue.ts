import { InvalidInputError } from '../access/index.ts';
import type { QueueRecord } from '../queues/index.ts';
import type { Bots, QueueTerms } from './queue-terms.ts';
import type { StaffingRequest, Target } from './staffing-input.ts';

/** From an hour on a letter's answer time is a deadline: nobody has to be there at once. */
const DEFERRED_FROM_SECONDS = 3_600;

const DEFAULT_MAX_ASA_SECONDS = 30;
const DEFAULT_MAX_ABANDONMENT = 0.05;
const DEFAULT_MAX_OCCUPANCY = 0.85;

/** What a queue is planned with: what was asked for, else its own set-up. */
export function termsOfQueue(
	queue: QueueRecord,
	wanted: StaffingRequest,
	intervalSeconds: number,
	botsBefore: Bots | null
): QueueTerms {
	const own = wanted.terms[queue.id] ?? {};
	const thresholdSeconds = own.thresholdSeconds ?? queue.serviceLevelThresholdSeconds;
	const isLetter = queue.channel === 'email' || queue.channel === 'social';
	const target: Target =
		own.target ?? (isLetter && thresholdSeconds >= DEFERRED_FROM_SECONDS ? 'deadline' : 'service-level');
	if (target === 'deadline' && thresholdSeconds < intervalSeconds)
		throw new InvalidInputError(
			`Computing staffing: the deadline "${thresholdSeconds} s" of "${queue.name}" is shorter than the plan's intervals; wanted ${intervalSeconds} s or more, or a service level in place of a deadline.`
		);
	const patienceSeconds = own.patienceSeconds === undefined ? queue.patienceSeconds : own.patienceSeconds;
	if (target === 'abandonment' && patienceSeconds === null)
		throw new InvalidInputError(
			`Computing staffing: "${queue.name}" has the target "abandonment" but no patience, so that nobody abandons; give it a patience, or another target.`
		);
	const maxOccupancy = own.maxOccupancy === undefined ? wanted.maxOccupancy : own.maxOccupancy;
	return {
		channel: queue.channel,
		target,
		serviceLevelShare: own.serviceLevelShare ?? queue.serviceLevelShare,
		thresholdSeconds,
		maxAsaSeconds: target === 'asa' ? (own.maxAsaSeconds ?? DEFAULT_MAX_ASA_SECONDS) : null,
		maxAbandonment: target === 'abandonment' ? (own.maxAbandonment ?? DEFAULT_MAX_ABANDONMENT) : null,
		patienceSeconds,
		ahtSeconds: own.ahtSeconds ?? null,
		concurrency: own.concurrency ?? queue.concurrency,
		shrinkage: 0,
		maxOccupancy: target === 'occupancy' ? (maxOccupancy ?? DEFAULT_MAX_OCCUPANCY) : maxOccupancy,
		minimumAgents: own.minimumAgents ?? wanted.minimumAgents,
		defaultAhtSeconds: wanted.defaultAhtSeconds,
		bots: own.bots ? { planned: own.bots, before: botsBefore ?? { share: 0, containment: 0 } } : null,
		backlogContacts: 0,
		offered: 0
	};
}
