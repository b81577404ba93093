import { createRandom } from '../numeric/random.ts';
import { AheadRun } from './ahead-run.ts';
import { compileFloor } from './compile-floor.ts';
import { checkPresent, type PresentFloor } from './present.ts';

export interface LateOptions {
	/** Equal seeds and pairs meet the same contacts, on a floor with other agents too. */
	seed: number;
	/** Mirrored pairs of runs, from one (0 by default) on: what was run before need not be run again. */
	pairs: number;
	fromPair?: number;
	/** Simulates only the part of the floor that this queue belongs to; the others count as 0. */
	only?: number;
}

/**
 * Contacts of the next hour that will miss their queue's threshold, by queue: the mean over the runs. Those who wait
 * already are left out.
 *
 * Cost: two runs a pair, each about a million contacts a second.
 * @throws RangeError when a figure of the floor is out of its domain, or the seed is not finite
 */
export function lateAhead(
	floor: PresentFloor,
	{ seed, pairs, fromPair = 0, only }: LateOptions
): Float64Array {
	checkPresent(floor);
	const late = new Float64Array(floor.queues.length);
	for (const part of compileFloor(floor)) {
		if (only !== undefined && !part.places.includes(only)) continue;
		const ahead = new AheadRun(part);
		// Named by its first queue, as the forecast's dice are.
		const root = createRandom(seed).fork(part.queues[0]?.id ?? '');
		for (let pair = fromPair; pair < fromPair + pairs; pair++)
			for (const sign of [1, -1] as const) {
				ahead.run(root.fork(`pair ${pair}`), sign);
				ahead.tallies.forEach((tally, q) =>
					tally.read((_, kind, { offered, answeredInThreshold }) => {
						if (kind === 'entered') late[part.places[q]!]! += offered - answeredInThreshold;
					})
				);
			}
	}
	return late.map((sum) => sum / (2 * pairs));
}
