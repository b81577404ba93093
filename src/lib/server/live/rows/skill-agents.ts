import type { AgentRow, StateCounts } from '#lib/contracts/live.ts';
import type { CentreConfig } from '../config.ts';

const STAFFED = new Set(['available', 'offered', 'handling', 'wrap']);

/** The agents with one skill. */
export interface Eligible {
	/** By state, without zeros. */
	states: StateCounts;
	available: number;
	/** How many of the staffed can serve 1, 2 … queues. */
	staffedByQueues: Map<number, number>;
}

const NOBODY: Eligible = { states: {}, available: 0, staffedByQueues: new Map() };

/** Agents by skill and state, kept up as rows change: a queue's row need not look at all of its agents. */
export class SkillAgents {
	readonly #bySkill = new Map<string, Eligible>();
	/** How many queues ask for each skill. */
	readonly #queuesOf = new Map<string, number>();
	readonly #queueCounts = new Map<string, number>();

	constructor({ queues, agents }: CentreConfig) {
		for (const { skillId } of queues)
			if (skillId) this.#queuesOf.set(skillId, (this.#queuesOf.get(skillId) ?? 0) + 1);
		for (const { id, skills } of agents)
			this.#queueCounts.set(
				id,
				skills.reduce((sum, skill) => sum + (this.#queuesOf.get(skill) ?? 0), 0)
			);
	}

	of(skill: string | null): Eligible {
		return (skill && this.#bySkill.get(skill)) || NOBODY;
	}

	/** Counts an agent in by its row (sign 1) or out (sign −1). */
	count(row: AgentRow, sign: 1 | -1): void {
		const state = row.state ?? 'unknown';
		const queueCount = Math.max(1, this.#queueCounts.get(row.id) ?? 0);
		for (const skill of row.skills) {
			let eligible = this.#bySkill.get(skill);
			if (!eligible)
				this.#bySkill.set(skill, (eligible = { states: {}, available: 0, staffedByQueues: new Map() }));
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
