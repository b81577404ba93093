import { createRandom } from '../numeric/random.ts';
import { checkPooling, checkSeries, checkWhole, refuse } from './check-pooling.ts';
import { dayUncertainty } from './check/day-uncertainty.ts';
import { drawFactors } from './check/draw-factors.ts';
import { marginalEffects, type MarginalRuns } from './check/marginal-effects.ts';
import { PlanOutcomes } from './check/plan-outcomes.ts';
import { staffWithOne } from './check/staff-with-one.ts';
import { summarisePlan } from './check/summarise-plan.ts';
import type { PlanCheck } from './plan-check.ts';
import type { PooledQueue } from './pooled-queue.ts';
import { compileQueues } from './simulation/compile-queues.ts';
import { drawContacts, emptyStream } from './simulation/contact-stream.ts';
import { numberDays } from './simulation/number-days.ts';
import { buildPoolModel } from './simulation/pool-model.ts';
import { PoolSimulator, type Staff } from './simulation/pool-simulator.ts';
import { createTally } from './simulation/pool-tally.ts';

export interface CheckPlanInput {
	/** With the 80 % band of each interval's count. */
	queues: readonly (PooledQueue & { p10: ArrayLike<number>; p90: ArrayLike<number> })[];
	/** The plan: agents on contacts, interval by interval, whole numbers; queues in order of preference. */
	groups: readonly { id: string; queueIds: readonly string[]; agents: ArrayLike<number> }[];
	intervalSeconds: number;
	/** Local day of each interval. */
	dayOf: ArrayLike<number>;
	weekdayOf(day: number): number;
	/** 300 unless given. */
	replications?: number;
	/** Correlation between queues of a day's level, 0–1; 0.5 unless given. */
	correlation?: number;
	/**
	 * Replications in which each group is also run with one agent more and with one fewer; 0 = not. Unless given, as many
	 * as double the work, from 10 to 40.
	 */
	marginalReplications?: number;
	seed: number;
	/** Called with the share of the work that is done, 0–1. */
	report?(share: number): void;
	/** Asked after each run of the period; true ends the check with the replications done. */
	shouldStop?(): boolean;
}

const ACTION = 'Checking a plan';
/** Cells × replications whose service level is kept for the intervals' percentiles. */
const MOST_KEPT = 20_000_000;

/**
 * Simulates a plan over the forecast's own uncertainty, and says how likely it meets its targets: over the period, on
 * each day, and what a bad day looks like.
 *
 * Each replication draws the volumes' factors from the bands (see dayUncertainty), then every contact, and runs the
 * whole period without a break, so that what waits at the end of an interval, or of a day, is still there in the next.
 * The service level is An / (AN + AB) by interval of entry; a contact in line at the period's end counts as not in time
 * once it has waited beyond the threshold, else not at all. A replication without contacts says nothing of a target
 * and is left out of its probability.
 *
 * What is not in it: absences, breaks that slip, contacts that are transferred or come back, and an error of the handling
 * time's forecast. Percentiles of intervals use the first replications only where 20 million values would be passed.
 * Cost: about 0.35 µs a contact and replication.
 *
 * @throws RangeError for input outside its domain
 */
export function checkPlan(input: CheckPlanInput): PlanCheck {
	const { queues, groups, intervalSeconds, seed, correlation = 0.5, replications = 300 } = input;
	checkPlanInput(input);
	const { days, dayIndex } = numberDays(input.dayOf);
	const intervals = dayIndex.length;
	const model = buildPoolModel(queues, groups);
	const plan = compileQueues(queues, intervalSeconds);
	const uncertainty = queues.map((queue) => dayUncertainty(queue, dayIndex, days.length));
	const staff = new Int32Array(groups.length * intervals);
	groups.forEach(({ agents }, g) => staff.set(Array.from(agents), g * intervals));

	const simulator = new PoolSimulator(model);
	const tally = createTally(intervals, queues.length, groups.length);
	const stream = emptyStream();
	const factors = new Float64Array(plan.volumes.length).fill(1);
	const root = createRandom(seed);
	const {
		marginalReplications = Math.max(10, Math.min(40, Math.floor(replications / (2 * groups.length))))
	} = input;
	const variants = Math.min(marginalReplications, replications);
	const outcomesFor = (size: number, kept: number) =>
		new PlanOutcomes(size, queues.length, dayIndex, days.length, groups.length, kept);
	const outcomes = outcomesFor(replications, Math.min(replications, Math.floor(MOST_KEPT / factors.length)));
	const changes = groups.map((_, g) =>
		([1, -1] as const).map((by) => staffWithOne(staff, plan, model, g, by))
	);
	const marginal: MarginalRuns = {
		base: outcomes,
		groups: changes.map(([, fewer]) => ({
			oneMore: outcomesFor(variants, 0),
			oneFewer: fewer ? outcomesFor(variants, 0) : null
		}))
	};
	const runs = replications + variants * changes.flat().filter((changed) => changed !== null).length;
	let done = 0;
	const run = (agents: Staff, into: PlanOutcomes): boolean => {
		if (input.shouldStop?.()) return false;
		simulator.run(stream, agents, intervals, intervalSeconds, tally);
		into.record(tally);
		input.report?.(++done / runs);
		return true;
	};
	const replicate = (r: number): boolean => {
		const random = root.fork(`replication ${r}`);
		drawFactors(factors, uncertainty, dayIndex, correlation, random.fork('factors'));
		drawContacts(stream, model, plan, random, factors);
		if (!run(staff, outcomes)) return false;
		if (r >= variants) return true;
		return changes.every(([more, fewer], g) => {
			const { oneMore, oneFewer } = marginal.groups[g]!;
			return run(more!, oneMore) && (!fewer || run(fewer, oneFewer!));
		});
	};
	let stopped = false;
	for (let r = 0; r < replications && !stopped; r++) stopped = !replicate(r);
	return {
		replications: outcomes.count,
		...summarisePlan(outcomes, { days, weekdayOf: input.weekdayOf, queues, groups, intervals }),
		marginal: stopped || variants === 0 ? [] : marginalEffects(marginal, groups, queues),
		stopped
	};
}

function checkPlanInput(input: CheckPlanInput): void {
	const { queues, groups, correlation = 0.5, replications = 300, marginalReplications = 0 } = input;
	checkPooling(ACTION, input);
	const intervals = queues[0]!.volumes.length;
	checkWhole(ACTION, 'replications', replications, 1);
	checkWhole(ACTION, 'marginalReplications', marginalReplications, 0);
	if (!(correlation >= 0 && correlation <= 1))
		refuse(ACTION, 'correlation', correlation, 'a number from 0 to 1');
	for (const { id, p10, p90 } of queues) {
		checkSeries(ACTION, `p10 of queue "${id}"`, p10, intervals);
		checkSeries(ACTION, `p90 of queue "${id}"`, p90, intervals);
		for (let i = 0; i < intervals; i++)
			if (p10[i]! > p90[i]!)
				refuse(ACTION, `p10[${i}] of queue "${id}"`, p10[i], `at most its p90, ${p90[i]}`);
	}
	for (const { id, agents } of groups) {
		checkSeries(ACTION, `agents of group "${id}"`, agents, intervals);
		for (let i = 0; i < intervals; i++) checkWhole(ACTION, `agents[${i}] of group "${id}"`, agents[i]!, 0);
	}
}
