import { staffingRequirement } from '../../staffing/index.ts';
import type { PooledQueue } from '../pooled-queue.ts';

/**
 * Fewest agents of an interval if everyone could serve everything: the queues' contacts in one line, with the mean
 * handling time, the lowest of the targets and the longest of the thresholds. Of the queues' patiences the one that
 * asks for fewest agents is taken. Exact where the queues are alike; where they are not, a bound from below: each
 * difference is settled in the way that needs fewer agents, and differences of handling time, which only lengthen
 * waits, are left out. With several concurrencies all contacts are counted in slots of the largest one. Some of the
 * queues need no more than all of them, so the bound is the largest over the queues with thresholds up to each of theirs:
 * an hour's patience for e-mails does not loosen what calls need.
 */
export function singlePoolAgents(
	queues: readonly PooledQueue[],
	interval: number,
	intervalSeconds: number
): number {
	const busy = queues.filter(({ volumes }) => volumes[interval]! > 0);
	const thresholds = new Set(busy.map(({ serviceLevel }) => serviceLevel.thresholdSeconds));
	let most = Math.max(0, ...queues.map((queue) => queue.minimumAgents ?? 0));
	for (const threshold of thresholds) {
		const some = busy.filter(({ serviceLevel }) => serviceLevel.thresholdSeconds <= threshold);
		most = Math.max(most, onePool(some, interval, intervalSeconds, threshold));
	}
	return most;
}

function onePool(
	queues: readonly PooledQueue[],
	interval: number,
	intervalSeconds: number,
	thresholdSeconds: number
): number {
	const concurrency = Math.max(...queues.map((queue) => queue.concurrency ?? 1));
	let volume = 0;
	let work = 0;
	for (const queue of queues) {
		const contacts = queue.volumes[interval]!;
		volume += contacts;
		work += (contacts * queue.ahtSeconds[interval]! * concurrency) / (queue.concurrency ?? 1);
	}
	const patiences = new Set<number | undefined>();
	const known = queues.flatMap(({ patienceSeconds }) => patienceSeconds ?? []);
	if (known.length > 0) patiences.add(Math.min(...known)).add(Math.max(...known));
	if (known.length < queues.length) patiences.add(undefined);
	const share = Math.min(...queues.map(({ serviceLevel }) => serviceLevel.share));
	return Math.min(
		...[...patiences].map(
			(patienceSeconds) =>
				staffingRequirement({
					volume,
					intervalSeconds,
					ahtSeconds: work / volume,
					patienceSeconds,
					serviceLevel: { share, thresholdSeconds },
					concurrency
				}).agents
		)
	);
}
