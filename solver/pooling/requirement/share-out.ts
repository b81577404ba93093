/** Where the work of queues goes: agents by group × queues + queue, and what found no place, by queue. */
export interface ShareOut {
	placed: Float64Array;
	left: Float64Array;
}

const LITTLE = 1e-9;

/**
 * Shares the queues' agents out over the groups that serve them, each queue in proportion to the groups' weights, none
 * beyond its limit. Where a queue's groups are full, work of others is moved on to where there is room, along the
 * shortest such way (augmenting paths, as in Edmonds & Karp's maximum flow), so that something is left only when no
 * sharing-out could place it. Cost O(queues² × groups²) at worst; sizes are tens.
 */
export function shareOut(
	agents: ArrayLike<number>,
	groupsOfQueue: readonly ArrayLike<number>[],
	weights: ArrayLike<number>,
	limits: ArrayLike<number>
): ShareOut {
	const queues = agents.length;
	const groups = limits.length;
	const placed = new Float64Array(groups * queues);
	const room = Float64Array.from(limits);
	const left = Float64Array.from(agents);
	for (let q = 0; q < queues; q++)
		for (let round = 0; round <= groups && left[q]! > LITTLE; round++) {
			const open = Array.from(groupsOfQueue[q]!).filter((g) => room[g]! > LITTLE);
			if (open.length === 0) break;
			const total = open.reduce((sum, g) => sum + weights[g]!, 0);
			const wanted = left[q]!;
			for (const g of open) {
				const amount = Math.min(room[g]!, (wanted * weights[g]!) / total);
				placed[g * queues + q]! += amount;
				room[g]! -= amount;
				left[q]! -= amount;
			}
		}
	for (let q = 0; q < queues; q++)
		for (let step = 0; step < 4 * groups && left[q]! > LITTLE; step++)
			if (!moveOn(q, placed, left, room, groupsOfQueue)) break;
	return { placed, left };
}

/** Places some of what is left of a queue by moving others' work one group further; false when there is no way. */
function moveOn(
	queue: number,
	placed: Float64Array,
	left: Float64Array,
	room: Float64Array,
	groupsOfQueue: readonly ArrayLike<number>[]
): boolean {
	const queues = left.length;
	// A way is queue → group → queue with work there → group …: `by` is the queue that came to the group.
	const by = new Int32Array(room.length).fill(-1);
	const from = new Int32Array(queues).fill(-1);
	const reached = [queue];
	const seen = new Set(reached);
	for (const q of reached)
		for (const g of Array.from(groupsOfQueue[q]!)) {
			if (by[g]! >= 0) continue;
			by[g] = q;
			if (room[g]! > LITTLE) {
				const way: { g: number; q: number }[] = [];
				for (let at = g; ; at = from[by[at]!]!) {
					way.push({ g: at, q: by[at]! });
					if (by[at] === queue) break;
				}
				let amount = Math.min(room[g]!, left[queue]!);
				way.forEach((step, k) => {
					const next = way[k + 1];
					if (next) amount = Math.min(amount, placed[next.g * queues + step.q]!);
				});
				room[g]! -= amount;
				left[queue]! -= amount;
				way.forEach((step, k) => {
					placed[step.g * queues + step.q]! += amount;
					const next = way[k + 1];
					if (next) placed[next.g * queues + step.q]! -= amount;
				});
				return true;
			}
			for (let other = 0; other < queues; other++)
				if (placed[g * queues + other]! > LITTLE && !seen.has(other)) {
					seen.add(other);
					from[other] = g;
					reached.push(other);
				}
		}
	return false;
}
