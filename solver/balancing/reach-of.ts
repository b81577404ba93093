import type { PresentFloor } from '../prediction/index.ts';
import type { AgentPlace } from './balance-present.ts';

/** Queues that a move can bring together; those of another such set it leaves as they are. */
export function reachOf({ queues, agents }: PresentFloor, places: readonly AgentPlace[]): number[][] {
	const home = queues.map((_, q) => q);
	agents.forEach((agent, a) => {
		const known = [...agent.queues, ...agent.contacts.map(({ queue }) => queue)];
		for (const { queue, serves = [] } of places[a]!.can) known.push(queue, ...serves);
		const homes = new Set(known.map((q) => home[q]!));
		if (homes.size > 1) for (let q = 0; q < home.length; q++) if (homes.has(home[q]!)) home[q] = home[known[0]!]!; // prettier-ignore
	});
	return [...new Set(home)].map((one) => [...home.keys()].filter((q) => home[q] === one));
}
