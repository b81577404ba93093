import type { QueueFigures } from './queue-figures.ts';

/** An interval without contacts has no service level and no waits; agents who are there are idle. */
export function emptyFigures(agents: number): Omit<QueueFigures, 'status'> {
	return {
		serviceLevel: null,
		asaSeconds: null,
		probabilityOfWait: null,
		abandonment: null,
		occupancy: agents > 0 ? 0 : null
	};
}
