/**
 * Agents by group and free capacity, each list in the order in which they became so: the one that has been idle
 * longest is first. Adding, taking out and finding the first cost O(1); lists are linked through arrays.
 */
export class AgentPool {
	readonly #groupOf: Int32Array;
	readonly #units: Int32Array;
	/** Where a group's lists begin: one for each number of free units. */
	readonly #base: Int32Array;
	readonly #first: Int32Array;
	readonly #last: Int32Array;
	readonly #next: Int32Array;
	readonly #previous: Int32Array;
	readonly #listed: Uint8Array;
	/** Free units by agent; below 0 while more is in hand than the capacity (a changed set-up). */
	readonly free: Int32Array;
	readonly isServing: Uint8Array;
	readonly idleSince: Float64Array;

	constructor(groupOf: Int32Array, units: Int32Array) {
		this.#groupOf = groupOf;
		this.#units = units;
		this.#base = new Int32Array(units.length);
		let lists = 0;
		units.forEach((count, g) => {
			this.#base[g] = lists;
			lists += count + 1;
		});
		const agents = groupOf.length;
		this.#first = new Int32Array(lists);
		this.#last = new Int32Array(lists);
		this.#next = new Int32Array(agents);
		this.#previous = new Int32Array(agents);
		this.#listed = new Uint8Array(agents);
		this.free = new Int32Array(agents);
		this.isServing = new Uint8Array(agents);
		this.idleSince = new Float64Array(agents);
	}

	clear(): void {
		this.#first.fill(-1);
		this.#last.fill(-1);
		this.#listed.fill(0);
		this.isServing.fill(0);
		this.idleSince.fill(0);
		for (let a = 0; a < this.free.length; a++) this.free[a] = this.#units[this.#groupOf[a]!]!;
	}

	/** Takes units off an agent's capacity (above 0) or gives them back (below 0). */
	take(agent: number, units: number, now: number): void {
		this.#unlist(agent);
		this.free[agent]! -= units;
		if (units < 0) this.idleSince[agent] = now;
		this.#list(agent);
	}

	setServing(agent: number, isServing: boolean, now: number): void {
		if ((this.isServing[agent] === 1) === isServing) return;
		this.#unlist(agent);
		this.isServing[agent] = isServing ? 1 : 0;
		this.idleSince[agent] = now;
		this.#list(agent);
	}

	/** The group's freest agent with at least `need` units, and of those the one idle longest; −1 when there is none. */
	freest(group: number, need: number): number {
		const base = this.#base[group]!;
		for (let f = this.#units[group]!; f >= need; f--) {
			const agent = this.#first[base + f]!;
			if (agent >= 0) return agent;
		}
		return -1;
	}

	#listOf(agent: number): number {
		return this.#base[this.#groupOf[agent]!]! + this.free[agent]!;
	}

	#list(agent: number): void {
		if (this.isServing[agent] === 0 || this.free[agent]! < 0) return;
		const list = this.#listOf(agent);
		const last = this.#last[list]!;
		this.#previous[agent] = last;
		this.#next[agent] = -1;
		if (last >= 0) this.#next[last] = agent;
		else this.#first[list] = agent;
		this.#last[list] = agent;
		this.#listed[agent] = 1;
	}

	#unlist(agent: number): void {
		if (this.#listed[agent] === 0) return;
		this.#listed[agent] = 0;
		const list = this.#listOf(agent);
		const [before, after] = [this.#previous[agent]!, this.#next[agent]!];
		if (before >= 0) this.#next[before] = after;
		else this.#first[list] = after;
		if (after >= 0) this.#previous[after] = before;
		else this.#last[list] = before;
	}
}
