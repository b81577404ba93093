import { evaluateStaffing } from '../staffing/evaluate.ts';
import type { CapacityFamily } from './capacity-input.ts';
import type { PoolWork } from './required-hours.ts';

export interface ExpectedService {
	/** Share of the month's contacts answered within the threshold; null for work that waits, and without contacts. */
	serviceLevel: number | null;
	/** Contacts of work that waits which the month leaves undone. */
	backlog: number;
}

/**
 * What a month's customers meet when only a share of the required people is there, every interval short alike.
 *
 * Agents × share is seldom whole: on some days the interval has the number below, on the others the one above, and the
 * two service levels are weighted so that the hours come out (Erlang A or C, as planned). Where nobody abandons and
 * fewer are there than the load, the queue never settles and nobody is answered in time: 0. In a pool all wait alike, and
 * each family's level is at its own threshold.
 *
 * @param families of the pool, in the order of its volumes
 * @param share of the required people who are there, 0 to 1
 */
export function expectedService(
	families: readonly CapacityFamily[],
	work: PoolWork,
	share: number
): ExpectedService[] {
	const known = new Map<string, number>();
	const { intervalSeconds } = families[0]!.profile;
	const levelOf = (i: number, serviceLevel: CapacityFamily['serviceLevel'], agents: number): number => {
		const [volume, ahtSeconds, patienceSeconds] = [
			work.total[i]!,
			work.ahtSeconds[i]!,
			work.patienceSeconds[i]!
		];
		const key = [volume, ahtSeconds, patienceSeconds, agents, serviceLevel.thresholdSeconds].join();
		const before = known.get(key);
		if (before !== undefined) return before;
		const { concurrency } = families[0]!;
		const input = { volume, ahtSeconds, intervalSeconds, serviceLevel, concurrency };
		const found = evaluateStaffing(patienceSeconds > 0 ? { ...input, patienceSeconds } : input, agents);
		const level = found.status === 'stable' ? (found.serviceLevel ?? 0) : 0;
		known.set(key, level);
		return level;
	};
	return families.map((family, f): ExpectedService => {
		const volumes = work.volumes[f]!;
		const offered = volumes.reduce((sum, volume, i) => sum + volume * work.times[i]!, 0);
		if (family.isDeferred) return { serviceLevel: null, backlog: offered * (1 - share) };
		if (offered === 0) return { serviceLevel: null, backlog: 0 };
		let answered = 0;
		volumes.forEach((volume, i) => {
			if (volume === 0 || work.times[i] === 0) return;
			const there = work.agents[i]! * share;
			const below = Math.floor(there);
			const above = there - below;
			const low = levelOf(i, family.serviceLevel, below);
			const level =
				above > 1e-9 ? (1 - above) * low + above * levelOf(i, family.serviceLevel, below + 1) : low;
			answered += level * volume * work.times[i]!;
		});
		return { serviceLevel: Math.min(1, answered / offered), backlog: 0 };
	});
}
