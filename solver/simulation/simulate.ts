import type { FloorEvent, MareaEvent } from './event.ts';
import type { FloorOrder } from './floor/floor-order.ts';
import { FloorRun, type RunOptions } from './floor/run-floor.ts';
import type { Scenario } from './scenario.ts';

/**
 * A contact centre at work, as CloudEvents in order of time: feed them to ingest as any source's. Lazy: take one at
 * a time for ever with `endMs: Infinity`. Equal scenario, seed and start give equal events; ids carry both the
 * start and the seed, so runs begun at other times never collide.
 *
 * @example for (const event of simulate(demoScenario(), { seed: 1, startMs, endMs: Infinity })) await send(event);
 */
export function* simulate(scenario: Scenario, options: RunOptions): Generator<MareaEvent, void, void> {
	if (Number.isNaN(options.endMs) || options.endMs < options.startMs)
		throw new RangeError(
			`Simulating: from "${options.startMs}" to "${options.endMs}" must be an instant and a later one or Infinity.`
		);
	yield* new SimulatedCentre(scenario, options).advance(options.endMs);
}

/** The same, told step by step how far to run, and taking orders on the way as a telephony side does. */
export class SimulatedCentre {
	readonly #run: FloorRun;
	readonly #prefix: string;
	#count = 0;

	constructor(scenario: Scenario, options: Omit<RunOptions, 'endMs'>) {
		this.#run = new FloorRun(scenario, options);
		this.#prefix = `${Math.floor(options.startMs / 1000).toString(36)}-${options.seed.toString(36)}`;
	}

	/** What happens before `endMs` and has not been told yet. */
	*advance(endMs: number): Generator<MareaEvent, void, void> {
		for (const event of this.#run.advance(endMs))
			yield toCloudEvent(event, `${this.#prefix}-${(this.#count++).toString(36)}`);
	}

	order(order: FloorOrder): void {
		this.#run.order(order);
	}
}

function toCloudEvent({ type, atMs, data }: FloorEvent, id: string): MareaEvent {
	return {
		specversion: '1.0',
		id,
		source: 'marea-demo',
		type,
		time: new Date(atMs).toISOString(),
		datacontenttype: 'application/json',
		data
	};
}
