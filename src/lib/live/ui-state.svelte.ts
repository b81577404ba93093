import { getContext, setContext, untrack } from 'svelte';
import type { Metric } from '#lib/contracts/metric-definitions.ts';

export type ConnectionState = 'connecting' | 'live' | 'stale' | 'offline' | 'reconnecting';
export type Connection = { state: ConnectionState; asOfMs: number | null };
/** Something the palette can go to or do: a queue, an agent, an action of the page. */
export type PaletteItem = {
	id: string;
	label: string;
	group: string;
	detail?: string;
	href?: string;
	run?: () => void;
};

const KEY = Symbol('ui-state');

/** What pages tell the frame around them. One a page load, made by the layout; never a module's global. */
export class UiState {
	/** null hides the mark: the page shows nothing live. */
	connection = $state<Connection | null>(null);
	/** The past moment that the page shows; null: the present. */
	moment = $state<number | null>(null);
	paletteOpen = $state(false);
	/** The metric whose definition is shown over the page. */
	definition = $state<Metric | null>(null);
	#sources = $state.raw<readonly (() => readonly PaletteItem[])[]>([]);

	get paletteItems(): readonly PaletteItem[] {
		return this.#sources.flatMap((source) => source());
	}

	/** Adds to the palette while the caller lives; returns its clean-up, for $effect. */
	offer(items: () => readonly PaletteItem[]): () => void {
		// Read without depending on it: an effect that offers would else call itself for ever.
		this.#sources = [...untrack(() => this.#sources), items];
		return () => (this.#sources = this.#sources.filter((source) => source !== items));
	}
}

export function provideUiState(): UiState {
	return setContext(KEY, new UiState());
}

export function useUiState(): UiState {
	const state = getContext<UiState | undefined>(KEY);
	if (!state)
		throw new Error("Can't reach the frame: no UiState above this component; wanted provideUiState()");
	return state;
}
