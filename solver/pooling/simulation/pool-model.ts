import type { PooledQueue } from '../pooled-queue.ts';
import type { SkillGroup } from '../skill-group.ts';

/**
 * Who serves what, by index, as the simulator wants it.
 *
 * A contact goes to the group with room that prefers its queue most (its place in the group's list; then the group
 * with fewest queues, then the first). A group with room takes, of the heads of its queues' lines, the one with the
 * most priority × wait / threshold (a threshold below a second counts as one), and the more preferred of equals: the
 * same rule as the floor of `solver/simulation`. Agents of a group are interchangeable; of several with room the
 * least loaded is taken.
 */
export interface PoolModel {
	queueCount: number;
	groupCount: number;
	/** By group: its queues, in order of preference. */
	queuesOfGroup: Int32Array[];
	/** By queue: the groups that serve it, in order of preference. */
	groupsOfQueue: Int32Array[];
	thresholdSeconds: Float64Array;
	/** priority / max(threshold, 1 s). */
	urgencyPerSecond: Float64Array;
	/** Infinity = nobody gives up. */
	patienceSeconds: Float64Array;
	/** Coefficient of variation of lognormal handling times; −1 = exponential. */
	ahtCv: Float64Array;
	/** Part of an agent that a contact of the queue takes: 1 / concurrency. */
	share: Float64Array;
	/** By group: equal parts of an agent; 1 where every contact takes a whole one. */
	parts: Int32Array;
	/** By group × queue: parts that a contact takes. */
	partsTaken: Int32Array;
}

/** More parts than this are rounded: concurrencies of 7, 9 and 11 together, say. */
const MOST_PARTS = 120;

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

export function buildPoolModel(
	queues: readonly Omit<PooledQueue, 'volumes' | 'ahtSeconds'>[],
	groups: readonly Pick<SkillGroup, 'queueIds'>[]
): PoolModel {
	const indexOf = new Map(queues.map(({ id }, q) => [id, q]));
	const queuesOfGroup = groups.map(({ queueIds }) => Int32Array.from(queueIds, (id) => indexOf.get(id)!));
	const groupsOfQueue = queues.map((_, q) =>
		Int32Array.from(
			queuesOfGroup
				.map((served, g) => ({ g, rank: served.indexOf(q), breadth: served.length }))
				.filter(({ rank }) => rank >= 0)
				.sort((a, b) => a.rank - b.rank || a.breadth - b.breadth || a.g - b.g)
				.map(({ g }) => g)
		)
	);
	const concurrency = queues.map((queue) => queue.concurrency ?? 1);
	const parts = Int32Array.from(queuesOfGroup, (served) => {
		let least = 1;
		for (const q of served) least *= concurrency[q]! / divisor(least, concurrency[q]!);
		return Math.min(least, Math.max(MOST_PARTS, ...[...served].map((q) => concurrency[q]!)));
	});
	const partsTaken = new Int32Array(groups.length * queues.length);
	queuesOfGroup.forEach((served, g) => {
		for (const q of served)
			partsTaken[g * queues.length + q] = Math.max(1, Math.floor(parts[g]! / concurrency[q]!));
	});
	return {
		queueCount: queues.length,
		groupCount: groups.length,
		queuesOfGroup,
		groupsOfQueue,
		thresholdSeconds: Float64Array.from(queues, ({ serviceLevel }) => serviceLevel.thresholdSeconds),
		urgencyPerSecond: Float64Array.from(
			queues,
			({ priority = 1, serviceLevel }) => priority / Math.max(serviceLevel.thresholdSeconds, 1)
		),
		patienceSeconds: Float64Array.from(queues, ({ patienceSeconds }) => patienceSeconds ?? Infinity),
		ahtCv: Float64Array.from(queues, ({ ahtCv }) => ahtCv ?? -1),
		share: Float64Array.from(concurrency, (k) => 1 / k),
		parts,
		partsTaken
	};
}
