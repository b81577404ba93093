import { createRandom } from '../numeric/random.ts';
import { AheadRun } from './ahead-run.ts';
import { bandOf, type Band } from './band.ts';
import { compileFloor, type FloorPart } from './compile-floor.ts';
import { HORIZON_SECONDS, STEP_SECONDS, STEPS } from './horizon.ts';
import { checkPresent, type PresentFloor, type StepCounts } from './present.ts';

/** What is foreseen for the end of one step. */
export interface ForeseenPoint {
	/** From now. */
	inSeconds: number;
	waiting: Band;
	/** Of the contacts that entered in the half hour before it, as the floor will show it then; null = nobody will have. */
	serviceLevel: Band | null;
	/** Of the contacts that enter in the step itself, with what comes of them. */
	serviceLevelOfEntering: Band | null;
	/** Abandoned / offered of the same half hour. */
	abandonment: Band | null;
	/** Contacts of that half hour by which the target is missed, on average. */
	lost: number;
	/** Chance that the service level is under the target; null where there is none. */
	missChance: number | null;
}

export interface ForeseenQueue {
	id: string;
	/** STEPS points, 5 to 60 minutes ahead. */
	points: ForeseenPoint[];
	/** Runs behind it. */
	runs: number;
}

export interface PredictOptions {
	/** Equal seeds give equal answers; a caller that keeps it sees changes of the floor and not of the dice. */
	seed: number;
	/** Service level of a queue (by place) from counts, in the queue's own variant; null = nothing to compute it from. */
	serviceLevel: (queue: number, counts: StepCounts) => number | null;
	/** Contacts to simulate at most for each part of the floor; more = calmer figures, at more cost. */
	contactsPerPart?: number;
}

const CONTACTS_PER_PART = 24_000;
const [FEWEST_RUNS, MOST_RUNS] = [40, 120];
/** Widens the band of the service level; found on days that the benchmark does not score. */
export const LEVEL_SPREAD = 1.05;

/**
 * The next hour of every queue from the floor as it stands: a transient simulation of each part of the floor (queues
 * that share agents together), in pairs of mirrored draws over what is not known: the level of arrivals and its drift,
 * the mean handle time, when people come back. See AheadRun for the rules.
 *
 * Bands are quantiles over the runs, so they hold both the chance of the queue and what is not known of it.
 *
 * @throws RangeError when a figure of the floor is out of its domain, or the seed is not finite
 */
export function predictFloor(floor: PresentFloor, options: PredictOptions): ForeseenQueue[] {
	checkPresent(floor);
	const foreseen = new Array<ForeseenQueue>(floor.queues.length);
	for (const part of compileFloor(floor))
		predictPart(part, options).forEach((queue, i) => (foreseen[part.places[i]!] = queue));
	return foreseen;
}

function predictPart(part: FloorPart, options: PredictOptions): ForeseenQueue[] {
	const { queues, places } = part;
	const runs = runsFor(part, options.contactsPerPart ?? CONTACTS_PER_PART);
	const ahead = new AheadRun(part);
	const make = () => Array.from({ length: STEPS }, () => new Float64Array(runs));
	const values = queues.map(() => ({
		waiting: make(),
		level: make(),
		entering: make(),
		abandonment: make(),
		lost: make()
	}));
	// Named by its first queue, so that another part's growth does not change this one's dice.
	const root = createRandom(options.seed).fork(queues[0]?.id ?? '');
	for (let run = 0; run < runs; run++) {
		ahead.run(root.fork(`pair ${run >> 1}`), run % 2 === 0 ? 1 : -1);
		ahead.tallies.forEach((tally, q) => {
			const into = values[q]!;
			for (let k = 0; k < STEPS; k++) into.waiting[k]![run] = tally.waiting[k]!;
			tally.read((k, kind, counts) => {
				const level = options.serviceLevel(places[q]!, counts);
				if (kind === 'entered') {
					into.entering[k]![run] = level ?? NaN;
					return;
				}
				into.level[k]![run] = level ?? NaN;
				// Steps before now are told by whole minutes: one who waits may be missing from their offered.
				into.abandonment[k]![run] = counts.offered > 0 ? Math.min(1, counts.abandoned / counts.offered) : NaN;
				into.lost[k]![run] =
					level === null ? 0 : Math.max(0, queues[q]!.targetShare - level) * Math.max(0, counts.offered);
			});
		});
	}
	return queues.map(({ id, targetShare }, q) => {
		const { waiting, level, entering, abandonment, lost } = values[q]!;
		return {
			id,
			runs,
			points: Array.from({ length: STEPS }, (_, k) => ({
				inSeconds: (k + 1) * STEP_SECONDS,
				lost: lost[k]!.reduce((sum, value) => sum + value, 0) / runs,
				missChance: chanceBelow(level[k]!, targetShare),
				waiting: bandOf(waiting[k]!)!,
				serviceLevel: bandOf(level[k]!, LEVEL_SPREAD, [0, 1]),
				serviceLevelOfEntering: bandOf(entering[k]!, LEVEL_SPREAD, [0, 1]),
				abandonment: bandOf(abandonment[k]!, 1, [0, 1])
			}))
		};
	});
}

function chanceBelow(values: Float64Array, target: number): number | null {
	let [known, below] = [0, 0];
	for (const value of values)
		if (!Number.isNaN(value)) {
			known++;
			if (value < target) below++;
		}
	return known * 2 < values.length || known === 0 ? null : below / known;
}

/** An even number: runs come in pairs. */
function runsFor({ queues, agents }: FloorPart, contacts: number): number {
	const each = queues.reduce(
		(sum, { arrivals, waitingSeconds }) =>
			sum + waitingSeconds.length + arrivals.reduce((total, one) => total + one, 0),
		agents.length / 4 + HORIZON_SECONDS / STEP_SECONDS
	);
	const wanted = Math.round(contacts / each);
	return 2 * Math.ceil(Math.min(MOST_RUNS, Math.max(FEWEST_RUNS, wanted)) / 2);
}
