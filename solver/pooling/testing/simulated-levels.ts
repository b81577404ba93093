import { createRandom } from '../../numeric/random.ts';
import type { PooledQueue } from '../pooled-queue.ts';
import { compileQueues } from '../simulation/compile-queues.ts';
import { drawContacts, emptyStream } from '../simulation/contact-stream.ts';
import { buildPoolModel } from '../simulation/pool-model.ts';
import { PoolSimulator } from '../simulation/pool-simulator.ts';
import { createTally } from '../simulation/pool-tally.ts';

/** Service level of each queue over the whole period, in a simulation of its own. */
export function simulatedLevels(
	input: {
		queues: readonly PooledQueue[];
		groups: readonly { queueIds: readonly string[] }[];
		intervalSeconds: number;
	},
	plan: { groups: readonly { agents: ArrayLike<number> }[] },
	replications: number,
	seed: number
): number[] {
	const { queues, groups, intervalSeconds } = input;
	const model = buildPoolModel(queues, groups);
	const arrivals = compileQueues(queues, intervalSeconds);
	const { intervals } = arrivals;
	const staff = Int32Array.from(plan.groups.flatMap(({ agents }) => Array.from(agents)));
	const simulator = new PoolSimulator(model);
	const tally = createTally(intervals, queues.length, groups.length);
	const stream = emptyStream();
	const inThreshold = new Float64Array(queues.length);
	const settled = new Float64Array(queues.length);
	for (let r = 0; r < replications; r++) {
		drawContacts(stream, model, arrivals, createRandom(seed + r));
		simulator.run(stream, staff, intervals, intervalSeconds, tally);
		for (let cell = 0; cell < tally.offered.length; cell++) {
			inThreshold[cell % queues.length]! += tally.inThreshold[cell]!;
			settled[cell % queues.length]! += tally.answered[cell]! + tally.abandoned[cell]! + tally.late[cell]!;
		}
	}
	return Array.from(inThreshold, (count, q) => count / settled[q]!);
}
