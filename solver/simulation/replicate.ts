import { estimate, type Estimate } from './estimate.ts';
import { runFloor } from './floor/run-floor.ts';
import { measureFloor, type FloorMeasures } from './measure-floor.ts';
import type { Scenario } from './scenario.ts';

export interface ReplicateOptions {
	/** At least 1; at least 2 for confidence intervals. */
	replications: number;
	/** Replication r runs with seed + r. */
	seed: number;
	/** Start of the measured period. */
	startMs: number;
	/** Length of the measured period. */
	seconds: number;
	/** Run before it so that the floor does not begin empty; its contacts are not counted. Default one hour. */
	warmUpSeconds?: number;
	utcOffsetSecondsAt?: (utcMs: number) => number;
}

const MEASURES = [
	'offered',
	'answered',
	'abandoned',
	'flowedOut',
	'serviceLevel',
	'asaSeconds',
	'ahtSeconds',
	'occupancy'
] as const satisfies readonly (keyof FloorMeasures)[];

export type ReplicatedMeasures = Record<(typeof MEASURES)[number], Estimate>;

/**
 * Independent replications of a scenario, and METRICS.md's numbers of each queue and of all with their 95 %
 * confidence intervals. Cost: replications × events.
 *
 * @throws RangeError when `replications` is not a whole number of at least 1 or `seconds` is not above 0
 */
export function replicate(
	scenario: Scenario,
	options: ReplicateOptions
): { queues: Record<string, ReplicatedMeasures>; total: ReplicatedMeasures } {
	const { replications, seed, startMs, seconds, warmUpSeconds = 3600, utcOffsetSecondsAt } = options;
	if (!Number.isInteger(replications) || replications < 1)
		throw new RangeError(`Replicating: replications "${replications}" must be a whole number of at least 1.`);
	if (!(seconds > 0) || !Number.isFinite(seconds))
		throw new RangeError(`Replicating: seconds "${seconds}" must be above 0 and finite.`);
	const endMs = startMs + seconds * 1000;
	const runs = Array.from({ length: replications }, (_, r) => {
		const beginMs = startMs - warmUpSeconds * 1000;
		const run = { seed: seed + r, startMs: beginMs, endMs, messages: false, utcOffsetSecondsAt };
		return measureFloor(scenario, runFloor(scenario, run), startMs, endMs);
	});
	const summary = (measures: FloorMeasures[]): ReplicatedMeasures =>
		Object.fromEntries(
			MEASURES.map((name) => [name, estimate(measures.map((one) => one[name]))])
		) as ReplicatedMeasures;
	return {
		queues: Object.fromEntries(
			scenario.queues.map(({ id }) => [id, summary(runs.map((run) => run.queues[id]!))])
		),
		total: summary(runs.map((run) => run.total))
	};
}
