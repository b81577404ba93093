import type { CommandNames } from '#lib/format/command-sentence.ts';
import type { FloorLive } from '#lib/live/floor.svelte.ts';
import { stateName } from '../floor/state-name.ts';

/** Names from the live floor; what it does not know keeps its id. */
export const commandNames = (floor: FloorLive): CommandNames => ({
	agent: (id) => floor.agents.find((row) => row.id === id)?.name ?? id,
	queue: (id) => floor.queues.find((row) => row.id === id)?.name ?? id,
	state: (state) => stateName(state as Parameters<typeof stateName>[0])
});
