import type { FloorEvent, MareaEvent } from './event.ts';
import { runFloor, type RunOptions } from './floor/run-floor.ts';
import type { Scenario } from './scenario.ts';

/**
 * A contact centre at work, as CloudEvents in order of time: feed them to ingest as any source's. Lazy: take one at
 * a time for ever with `endMs: Infinity`. Equal scenario, seed and start give equal events; ids carry both the
 * start and the seed, so runs begun at other times never collide.
 *
 * @example for (const event of simulate(demoScenario(), { seed: 1, startMs, endMs: Infinity })) await send(event);
 */
export function* simulate(scenario: Scenario, options: RunOptions): Generator<MareaEvent, void, void> {
	const prefix = `${Math.floor(options.startMs / 1000).toString(36)}-${options.seed.toString(36)}`;
	let n = 0;
	for (const event of runFloor(scenario, options))
		yield toCloudEvent(event, `${prefix}-${(n++).toString(36)}`);
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
