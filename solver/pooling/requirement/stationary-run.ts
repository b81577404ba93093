import { createRandom } from '../../numeric/random.ts';
import { drawContacts, emptyStream, type ArrivalPlan } from '../simulation/contact-stream.ts';
import type { PoolModel } from '../simulation/pool-model.ts';
import { PoolSimulator } from '../simulation/pool-simulator.ts';
import { createTally } from '../simulation/pool-tally.ts';

/** What some agents lead to in an interval that goes on for ever. */
export interface Stationary {
	/** By queue; 1 where no contact came. */
	serviceLevel: Float64Array;
	/** Contacts behind each of them. */
	settled: Float64Array;
	/** Agent-seconds by group × queues + queue. */
	workSeconds: Float64Array;
}

/** The run is cut into so many stretches; the first is warm-up. */
const STRETCHES = 12;
/** Stretches of a first look. */
const FIRST_LOOK = 4;

/** Simulates one interval's load as if it went on for ever, with one agents' plan after another on the same contacts. */
export class StationaryRun {
	readonly #model: PoolModel;
	readonly #simulator: PoolSimulator;
	readonly #stream = emptyStream();
	readonly #tally;
	readonly #staff: Int32Array;
	#seconds = 1;

	constructor(model: PoolModel) {
		this.#model = model;
		this.#simulator = new PoolSimulator(model);
		this.#tally = createTally(STRETCHES, model.queueCount, model.groupCount);
		this.#staff = new Int32Array(model.groupCount * STRETCHES);
	}

	/** Draws about so many contacts at these rates. */
	draw(perSecond: ArrayLike<number>, ahtSeconds: ArrayLike<number>, contacts: number, seed: number): void {
		let rate = 0;
		for (let q = 0; q < perSecond.length; q++) rate += perSecond[q]!;
		this.#seconds = contacts / rate / (STRETCHES - 1);
		const plan: ArrivalPlan = {
			intervals: STRETCHES,
			intervalSeconds: this.#seconds,
			volumes: Float64Array.from(
				{ length: STRETCHES * perSecond.length },
				(_, cell) => perSecond[cell % perSecond.length]! * this.#seconds
			),
			ahtSeconds: Float64Array.from(
				{ length: STRETCHES * perSecond.length },
				(_, cell) => ahtSeconds[cell % perSecond.length]!
			)
		};
		drawContacts(this.#stream, this.#model, plan, createRandom(seed));
	}

	/**
	 * @param targets given: a plan that misses one of them at first look, over a quarter of the contacts, is simulated no
	 * further
	 * @param errors standard errors by which it must miss
	 */
	evaluate(agents: ArrayLike<number>, targets?: Float64Array, errors = 3): Stationary {
		if (targets) {
			const first = this.#simulate(agents, FIRST_LOOK);
			if (
				targets.some((target, q) => target - first.serviceLevel[q]! > errors * levelError(target, first, q))
			)
				return first;
		}
		return this.#simulate(agents, STRETCHES);
	}

	#simulate(agents: ArrayLike<number>, stretches: number): Stationary {
		const queues = this.#model.queueCount;
		const tally = this.#tally;
		for (let g = 0; g < this.#model.groupCount; g++)
			this.#staff.fill(agents[g]!, g * stretches, (g + 1) * stretches);
		this.#simulator.run(this.#stream, this.#staff, stretches, this.#seconds, tally);
		const serviceLevel = new Float64Array(queues);
		const settled = new Float64Array(queues);
		for (let cell = queues; cell < stretches * queues; cell++) {
			serviceLevel[cell % queues]! += tally.inThreshold[cell]!;
			settled[cell % queues]! += tally.answered[cell]! + tally.abandoned[cell]! + tally.late[cell]!;
		}
		for (let q = 0; q < queues; q++) serviceLevel[q] = settled[q]! > 0 ? serviceLevel[q]! / settled[q]! : 1;
		return { serviceLevel, settled, workSeconds: tally.workSeconds.slice() };
	}
}

/** Standard error of a service level near `target`: waits of neighbours hang together, about half as many count. */
export function levelError(target: number, { settled }: Stationary, queue: number): number {
	return Math.sqrt((2 * target * (1 - target)) / Math.max(1, settled[queue]!));
}
