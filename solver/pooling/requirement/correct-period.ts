import { createRandom } from '../../numeric/random.ts';
import { drawContacts, emptyStream } from '../simulation/contact-stream.ts';
import { buildPoolModel } from '../simulation/pool-model.ts';
import { PoolSimulator } from '../simulation/pool-simulator.ts';
import { createTally } from '../simulation/pool-tally.ts';
import { levelPerAgent } from './agents-short.ts';
import type { PartOfCentre } from './part-of-centre.ts';

/** Counts by cell (interval × queues + queue), over all replications. */
export interface PeriodCounts {
	inThreshold: Float64Array;
	settled: Float64Array;
}

/** Simulates the whole period, with all that carries over from interval to interval, on the real groups only. */
export function simulatePeriod(
	part: PartOfCentre,
	agents: readonly Int32Array[],
	replications: number,
	seed: number,
	shouldStop: () => boolean
): PeriodCounts {
	const { queues, groups, plan } = part;
	const { intervals, intervalSeconds } = plan;
	const model = buildPoolModel(queues, groups);
	const simulator = new PoolSimulator(model);
	const tally = createTally(intervals, queues.length, groups.length);
	const stream = emptyStream();
	const staff = new Int32Array(groups.length * intervals);
	agents.forEach((ofInterval, i) => groups.forEach((_, g) => (staff[g * intervals + i] = ofInterval[g]!)));
	const counts = {
		inThreshold: new Float64Array(plan.volumes.length),
		settled: new Float64Array(plan.volumes.length)
	};
	const root = createRandom(seed);
	for (let r = 0; r < replications && !shouldStop(); r++) {
		drawContacts(stream, model, plan, root.fork(`period ${r}`));
		simulator.run(stream, staff, intervals, intervalSeconds, tally);
		for (let cell = 0; cell < counts.settled.length; cell++) {
			counts.inThreshold[cell]! += tally.inThreshold[cell]!;
			counts.settled[cell]! += tally.answered[cell]! + tally.abandoned[cell]! + tally.late[cell]!;
		}
	}
	return counts;
}

/**
 * Adds agents where a queue misses its target over a day of the simulated period: in the intervals with most contacts
 * too late, in the group that serves most of the short queues, never beyond the limits or the silos. Days on which people
 * are missing anyway are left. Changes `agents`; false when there was nothing to add.
 */
export function correctPeriod(
	part: PartOfCentre,
	agents: readonly Int32Array[],
	counts: PeriodCounts,
	replications: number,
	dayIndex: Int32Array,
	days: number
): boolean {
	const size = part.queues.length;
	const real = part.groups.length;
	// Contacts too late beyond what the target lets pass, by day × queues + queue.
	const excess = new Float64Array(days * size);
	const short = new Uint8Array(days * size);
	const excessOf = (cell: number) => {
		const { share } = part.queues[cell % size]!.serviceLevel;
		return (share * counts.settled[cell]! - counts.inThreshold[cell]!) / replications;
	};
	dayIndex.forEach((day, i) => {
		for (let q = 0; q < size; q++) {
			excess[day * size + q]! += excessOf(i * size + q);
			if (agents[i]![real + q]! > 0) short[day * size + q] = 1;
		}
	});
	for (let cell = 0; cell < excess.length; cell++) if (short[cell] === 1) excess[cell] = 0;
	let added = false;
	const lateness = (i: number) => {
		let late = 0;
		for (let q = 0; q < size; q++)
			if (excess[dayIndex[i]! * size + q]! > 0) late += Math.max(0, excessOf(i * size + q));
		return late;
	};
	const order = Array.from(dayIndex.keys())
		.map((i) => ({ i, late: lateness(i) }))
		.filter(({ late }) => late > 0)
		.sort((a, b) => b.late - a.late || a.i - b.i);
	for (const { i } of order) {
		const day = dayIndex[i]!;
		const staff = agents[i]!;
		if (staff.reduce((sum, n) => sum + n, 0) >= part.siloTotal[i]!) continue;
		const { limits, queuesOfGroup, loads, costs } = part.problemOf(i);
		const wanted = (q: number) => (excess[day * size + q]! > 1e-9 ? Math.max(0, excessOf(i * size + q)) : 0);
		let best = -1;
		let bestScore = 0;
		for (let g = 0; g < real; g++) {
			if (staff[g]! >= limits[g]!) continue;
			const score = queuesOfGroup[g]!.reduce((sum, q) => sum + wanted(q), 0) / costs[g]!;
			if (score > bestScore) [best, bestScore] = [g, score];
		}
		if (best < 0) continue;
		staff[best]!++;
		added = true;
		const served = queuesOfGroup[best]!;
		const load = served.reduce((sum, q) => sum + loads[q]!, 0);
		for (const q of served)
			excess[day * size + q]! -=
				(counts.settled[i * size + q]! / replications) * Math.min(0.5, levelPerAgent(load));
	}
	return added;
}
