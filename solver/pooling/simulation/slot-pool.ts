/** Agents of a group who handle several contacts at once, each an equal number of parts; kept by how full they are. */
export class SlotPool {
	readonly #parts: number;
	#load = new Int32Array(0);
	/** 0 = away, 1 = on duty, 2 = leaving with the contacts in hand. */
	#state = new Uint8Array(0);
	#next = new Int32Array(0);
	#previous = new Int32Array(0);
	/** First agent on duty by load; −1 = none. */
	readonly #first: Int32Array;
	/** No agent on duty has less load than this. */
	#least: number;
	onDuty = 0;
	/** With at least one contact in hand, leaving ones among them. */
	busy = 0;
	/** Of `busy`, those who leave. */
	leaving = 0;

	constructor(parts: number) {
		this.#parts = parts;
		this.#first = new Int32Array(parts + 1).fill(-1);
		this.#least = parts + 1;
	}

	reset(agents: number): void {
		if (this.#load.length < agents) {
			this.#load = new Int32Array(agents);
			this.#state = new Uint8Array(agents);
			this.#next = new Int32Array(agents);
			this.#previous = new Int32Array(agents);
		}
		this.#load.fill(0);
		this.#state.fill(0);
		this.#first.fill(-1);
		this.#least = this.#parts + 1;
		this.onDuty = this.busy = this.leaving = 0;
	}

	/** Whether somebody has so many parts free. */
	hasRoom(parts: number): boolean {
		const first = this.#first;
		while (this.#least <= this.#parts && first[this.#least]! < 0) this.#least++;
		return this.#least + parts <= this.#parts;
	}

	/** The least loaded agent takes a contact; only after hasRoom() said yes. */
	take(parts: number): number {
		const agent = this.#first[this.#least]!;
		this.#unlink(agent);
		if (this.#load[agent] === 0) this.busy++;
		this.#load[agent]! += parts;
		this.#link(agent);
		return agent;
	}

	release(agent: number, parts: number): void {
		const stays = this.#state[agent] === 1;
		if (stays) this.#unlink(agent);
		this.#load[agent]! -= parts;
		if (this.#load[agent] === 0) this.busy--;
		if (stays) this.#link(agent);
		else if (this.#load[agent] === 0) {
			this.#state[agent] = 0;
			this.leaving--;
		}
	}

	/** So many on duty: those who were leaving stay first; the least loaded leave first. */
	setOnDuty(agents: number): void {
		for (let a = 0; this.onDuty < agents && this.leaving > 0; a++)
			if (this.#state[a] === 2) {
				this.leaving--;
				this.#begin(a);
			}
		for (let a = 0; this.onDuty < agents; a++) if (this.#state[a] === 0) this.#begin(a);
		while (this.onDuty > agents) {
			this.hasRoom(0);
			const agent = this.#first[this.#least]!;
			this.#unlink(agent);
			this.onDuty--;
			this.#state[agent] = this.#load[agent] === 0 ? 0 : 2;
			if (this.#state[agent] === 2) this.leaving++;
		}
	}

	#begin(agent: number): void {
		this.#state[agent] = 1;
		this.onDuty++;
		this.#link(agent);
	}

	#link(agent: number): void {
		const load = this.#load[agent]!;
		const first = this.#first[load]!;
		this.#next[agent] = first;
		this.#previous[agent] = -1;
		if (first >= 0) this.#previous[first] = agent;
		this.#first[load] = agent;
		if (load < this.#least) this.#least = load;
	}

	#unlink(agent: number): void {
		const next = this.#next[agent]!;
		const previous = this.#previous[agent]!;
		if (next >= 0) this.#previous[next] = previous;
		if (previous >= 0) this.#next[previous] = next;
		else this.#first[this.#load[agent]!] = next;
	}
}
