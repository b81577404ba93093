import type { AgentRow, StateCounts } from '#lib/contracts/live.ts';
import type { CentreConfig, QueueConfig } from '../config.ts';

const STAFFED = new Set(['available', 'offered', 'handling', 'wrap']);

/** The agents who serve a queue. */
export interface Eligible {
	/** By state, without zeros. */
	states: StateCounts;
	available: number;
	/** How many of the staffed serve 1, 2 … queues. */
	staffedByQueues: Map<number, number>;
}

const nobody = (): Eligible => ({ states: {}, available: 0, staffedByQueues: new Map() });
const NOBODY = nobody();

/**
 * Who serves which queue, kept up as rows change: a queue's row need not look at all of its agents. Agents serve what
 * they are skilled for and are counted by skill; those who were moved are counted by the queues they were moved to.
 */
export class ServingAgents {
	readonly #bySkill = new Map<string, Eligible>();
	/** Of those who were moved. */
	readonly #byQueue = new Map<string, Eligible>();
	/** How many queues ask for each skill. */
	readonly #queuesOf = new Map<string, number>();
	readonly #queueCounts = new Map<string, number>();

	constructor({ queues, agents }: CentreConfig) {
		for (const { skillId } of queues)
			if (skillId) this.#queuesOf.set(skillId, (this.#queuesOf.get(skillId) ?? 0) + 1);
		for (const { id, skills, assigned } of agents)
			this.#queueCounts.set(
				id,
				assigned?.length ?? skills.reduce((sum, skill) => sum + (this.#queuesOf.get(skill) ?? 0), 0)
			);
	}

	of({ id, skillId }: Pick<QueueConfig, 'id' | 'skillId'>): Eligible {
		const skilled = (skillId && this.#bySkill.get(skillId)) || NOBODY;
		const moved = this.#byQueue.get(id);
		return moved ? together(skilled, moved) : skilled;
	}

	/** Counts an agent in by its row (sign 1) or out (sign −1). */
	count(row: AgentRow, sign: 1 | -1): void {
		const [groups, ids] = row.assigned ? [this.#byQueue, row.assigned] : [this.#bySkill, row.skills];
		const state = row.state ?? 'unknown';
		const queueCount = Math.max(1, this.#queueCounts.get(row.id) ?? 0);
		for (const id of ids) {
			let eligible = groups.get(id);
			if (!eligible) groups.set(id, (eligible = nobody()));
			const count = (eligible.states[state] ?? 0) + sign;
			if (count > 0) eligible.states[state] = count;
			else delete eligible.states[state];
			if (state === 'available') eligible.available += sign;
			if (!STAFFED.has(state)) continue;
			const staffed = (eligible.staffedByQueues.get(queueCount) ?? 0) + sign;
			if (staffed > 0) eligible.staffedByQueues.set(queueCount, staffed);
			else eligible.staffedByQueues.delete(queueCount);
		}
	}
}

function together(a: Eligible, b: Eligible): Eligible {
	const states: StateCounts = { ...a.states };
	for (const [state, count] of Object.entries(b.states) as [keyof StateCounts, number][])
		states[state] = (states[state] ?? 0) + count;
	const staffedByQueues = new Map(a.staffedByQueues);
	for (const [queues, count] of b.staffedByQueues)
		staffedByQueues.set(queues, (staffedByQueues.get(queues) ?? 0) + count);
	return { states, available: a.available + b.available, staffedByQueues };
}
