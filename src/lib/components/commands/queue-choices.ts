import type { Wanted } from '#lib/live/commands.svelte.ts';

export type QueueChoice = {
	queue: string;
	/** How many of the agents have the skill, and serve it now. */
	able: number;
	serving: number;
};

type Agent = { id: string; servable: readonly string[]; assigned: readonly string[] };

/** The queues that any of the agents could serve. */
export function queueChoices(agents: readonly Agent[]): QueueChoice[] {
	const choices = new Map<string, QueueChoice>();
	for (const { servable, assigned } of agents)
		for (const queue of new Set([...servable, ...assigned])) {
			let choice = choices.get(queue);
			if (!choice) choices.set(queue, (choice = { queue, able: 0, serving: 0 }));
			choice.able++;
			if (assigned.includes(queue)) choice.serving++;
		}
	return [...choices.values()];
}

/** One command for each agent whose queues change: `changes` says which queues go on or off; the others stay. */
export function queueCommands(agents: readonly Agent[], changes: ReadonlyMap<string, boolean>): Wanted[] {
	return agents.flatMap(({ id, servable, assigned }) => {
		const kept = assigned.filter((queue) => changes.get(queue) !== false);
		const added = servable.filter((queue) => changes.get(queue) === true && !assigned.includes(queue));
		const queues = [...kept, ...added];
		if (added.length === 0 && kept.length === assigned.length) return [];
		return [{ kind: 'agent.queues' as const, payload: { agent: id, queues } }];
	});
}
