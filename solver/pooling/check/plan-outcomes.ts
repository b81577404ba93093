import type { PoolTally } from '../simulation/pool-tally.ts';

/** What the replications of a plan came to; grows by record(). */
export class PlanOutcomes {
	readonly queues: number;
	readonly days: number;
	readonly groups: number;
	/** Replications recorded. */
	count = 0;
	/** By (queue × days + day) × size + replication. */
	readonly offered: Int32Array;
	readonly inThreshold: Int32Array;
	/** Answered, abandoned, or late for certain: what the service level is a share of. */
	readonly settled: Int32Array;
	readonly abandoned: Int32Array;
	/** By group × size + replication. */
	readonly busySeconds: Float64Array;
	readonly idleSeconds: Float64Array;
	/** By cell × keptSize + replication: only the first `keptSize` replications are kept so finely. */
	readonly keptInThreshold: Uint16Array;
	readonly keptSettled: Uint16Array;
	readonly keptSize: number;
	readonly size: number;

	constructor(
		size: number,
		queues: number,
		dayIndex: Int32Array,
		days: number,
		groups: number,
		keptSize: number
	) {
		this.size = size;
		this.queues = queues;
		this.days = days;
		this.groups = groups;
		this.keptSize = keptSize;
		this.#dayIndex = dayIndex;
		this.offered = new Int32Array(queues * days * size);
		this.inThreshold = new Int32Array(queues * days * size);
		this.settled = new Int32Array(queues * days * size);
		this.abandoned = new Int32Array(queues * days * size);
		this.busySeconds = new Float64Array(groups * size);
		this.idleSeconds = new Float64Array(groups * size);
		this.keptInThreshold = new Uint16Array(dayIndex.length * queues * keptSize);
		this.keptSettled = new Uint16Array(dayIndex.length * queues * keptSize);
	}
	readonly #dayIndex: Int32Array;

	record(tally: PoolTally): void {
		const { queues, days, size, keptSize } = this;
		const r = this.count++;
		for (let i = 0; i < this.#dayIndex.length; i++)
			for (let q = 0; q < queues; q++) {
				const cell = i * queues + q;
				const offered = tally.offered[cell]!;
				if (offered === 0) continue;
				const at = (q * days + this.#dayIndex[i]!) * size + r;
				const inThreshold = tally.inThreshold[cell]!;
				const settled = tally.answered[cell]! + tally.abandoned[cell]! + tally.late[cell]!;
				this.offered[at]! += offered;
				this.inThreshold[at]! += inThreshold;
				this.settled[at]! += settled;
				this.abandoned[at]! += tally.abandoned[cell]!;
				if (r >= keptSize) continue;
				this.keptInThreshold[cell * keptSize + r] = inThreshold;
				this.keptSettled[cell * keptSize + r] = settled;
			}
		for (let g = 0; g < this.groups; g++) {
			this.busySeconds[g * size + r] = tally.busySeconds[g]!;
			this.idleSeconds[g * size + r] = tally.idleSeconds[g]!;
		}
	}

	/** Sums of a count by replication, over the queues and days that `takes` says. */
	sum(
		counts: 'offered' | 'inThreshold' | 'settled' | 'abandoned',
		takes: (queue: number, day: number) => boolean
	): Float64Array {
		const sums = new Float64Array(this.count);
		for (let q = 0; q < this.queues; q++)
			for (let day = 0; day < this.days; day++) {
				if (!takes(q, day)) continue;
				const from = (q * this.days + day) * this.size;
				for (let r = 0; r < this.count; r++) sums[r]! += this[counts][from + r]!;
			}
		return sums;
	}

	/** By replication, whether each of the queues that had contacts reached its target over the days; null = none had. */
	met(shares: readonly number[], takes: (queue: number, day: number) => boolean): (boolean | null)[] {
		const met = Array<boolean | null>(this.count).fill(null);
		shares.forEach((share, q) => {
			const ofQueue = (queue: number, day: number) => queue === q && takes(queue, day);
			const inThreshold = this.sum('inThreshold', ofQueue);
			const settled = this.sum('settled', ofQueue);
			for (let r = 0; r < this.count; r++)
				if (settled[r]! > 0) met[r] = met[r] !== false && inThreshold[r]! >= share * settled[r]! - 1e-9;
		});
		return met;
	}
}
