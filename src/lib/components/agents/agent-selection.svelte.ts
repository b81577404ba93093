import { SvelteSet } from 'svelte/reactivity';

/** Which agents are chosen: by pointer (Ctrl or ⌘ adds, Shift spans) and by keyboard. */
export class AgentSelection {
	readonly ids = new SvelteSet<string>();
	/** Where a span begins. */
	#anchor: string | null = null;

	get size(): number {
		return this.ids.size;
	}

	/** A choice at one agent, in the order in which they are shown. */
	choose(id: string, { spans, adds }: { spans: boolean; adds: boolean }, order: readonly string[]): void {
		if (spans && this.#anchor !== null && order.includes(this.#anchor)) {
			const [from, to] = [order.indexOf(this.#anchor), order.indexOf(id)].sort((a, b) => a - b);
			if (!adds) this.ids.clear();
			for (const other of order.slice(from, to! + 1)) this.ids.add(other);
			return;
		}
		this.#anchor = id;
		if (adds) {
			if (!this.ids.delete(id)) this.ids.add(id);
			return;
		}
		const isOnlyOne = this.ids.size === 1 && this.ids.has(id);
		this.ids.clear();
		if (!isOnlyOne) this.ids.add(id);
	}

	all(order: readonly string[]): void {
		for (const id of order) this.ids.add(id);
	}

	clear(): void {
		this.ids.clear();
		this.#anchor = null;
	}

	/** Only those who are still shown can be acted on. */
	keep(shown: ReadonlySet<string>): void {
		for (const id of this.ids) if (!shown.has(id)) this.ids.delete(id);
	}
}
