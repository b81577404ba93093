/**
 * Allots people to lanes within one interval at least cost, exactly: each person in turn enters by the cheapest
 * chain of moves (the person takes a lane, someone there moves to another lane they know, and so on). Moves are
 * free and lane costs convex, so such augmenting chains keep the allotment optimal after every person.
 *
 * Cost O(people × groups × lanes²) at worst.
 *
 * @param groups lanes each group of people knows, and how many are present
 * @param marginal cost of the (n + 1)-th person in a lane that has n
 * @returns people by lane
 */
export function allocateHeads(
	groups: { lanes: Int32Array; people: number }[],
	lanes: number,
	marginal: (lane: number, n: number) => number
): Int32Array {
	const count = new Int32Array(lanes);
	const placed = groups.map(() => new Int32Array(lanes));
	const reached = new Uint8Array(lanes);
	/** Lane from which a chain moves someone to this one (−1: the new person), and the mover's group. */
	const cameFrom = new Int32Array(lanes);
	const mover = new Int32Array(lanes);

	groups.forEach((group, g) => {
		if (group.lanes.length === 0) return;
		for (let person = 0; person < group.people; person++) {
			reached.fill(0);
			const queue: number[] = [];
			for (const lane of group.lanes) {
				reached[lane] = 1;
				cameFrom[lane] = -1;
				mover[lane] = g;
				queue.push(lane);
			}
			for (let i = 0; i < queue.length; i++) {
				const lane = queue[i]!;
				groups.forEach((other, h) => {
					if (placed[h]![lane]! === 0) return;
					for (const to of other.lanes)
						if (reached[to] === 0) {
							reached[to] = 1;
							cameFrom[to] = lane;
							mover[to] = h;
							queue.push(to);
						}
				});
			}
			let end = queue[0]!;
			for (const lane of queue) if (marginal(lane, count[lane]!) < marginal(end, count[end]!)) end = lane;
			count[end]!++;
			for (let lane = end; lane >= 0; lane = cameFrom[lane]!) {
				placed[mover[lane]!]![lane]!++;
				if (cameFrom[lane]! >= 0) placed[mover[lane]!]![cameFrom[lane]!]!--;
			}
		}
	});
	return count;
}
