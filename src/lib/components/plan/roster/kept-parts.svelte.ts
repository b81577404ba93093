import { SvelteSet } from 'svelte/reactivity';
import type { KeptParts } from '#lib/contracts/rostering.ts';

/** What of a roster is kept: whole people, whole days, single days of people. */
export class Kept {
	readonly agents = new SvelteSet<string>();
	readonly days = new SvelteSet<string>();
	/** "date agent" */
	readonly cells = new SvelteSet<string>();

	toggle(set: SvelteSet<string>, id: string): void {
		if (!set.delete(id)) set.add(id);
	}

	holds(agentId: string, date: string): boolean {
		return this.agents.has(agentId) || this.days.has(date) || this.cells.has(`${date} ${agentId}`);
	}

	clear(): void {
		for (const set of [this.agents, this.days, this.cells]) set.clear();
	}

	get isEmpty(): boolean {
		return this.agents.size + this.days.size + this.cells.size === 0;
	}

	get parts(): KeptParts {
		return {
			agents: [...this.agents],
			days: [...this.days],
			cells: [...this.cells].map((cell) => ({
				date: cell.slice(0, '2026-01-01'.length),
				agentId: cell.slice('2026-01-01 '.length)
			}))
		};
	}
}
