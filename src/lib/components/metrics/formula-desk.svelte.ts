import { getContext, setContext } from 'svelte';
import type { Metric } from '#lib/contracts/metric-definitions.ts';
import type { FigureSource } from './figure.ts';

const KEY = Symbol('formula-desk');
/** A press on the number that is open closes it first; the click that follows must not open it anew. */
const SAME_PRESS_MS = 400;

export interface Asked {
	metric: Metric;
	/** Read again whenever the numbers change. */
	source: () => FigureSource;
}

/** Shows how a number is worked out, one at a time: a page of thousands of numbers has one panel for them all. */
export class FormulaDesk {
	asked = $state.raw<Asked | null>(null);
	anchor = $state.raw<HTMLElement | null>(null);
	#closed: { anchor: HTMLElement | null; at: number } = { anchor: null, at: 0 };

	show(anchor: HTMLElement, metric: Metric, source: () => FigureSource): void {
		if (anchor === this.#closed.anchor && performance.now() - this.#closed.at < SAME_PRESS_MS) return;
		this.anchor = anchor;
		this.asked = { metric, source };
	}

	close(): void {
		this.#closed = { anchor: this.anchor, at: performance.now() };
		this.asked = null;
	}
}

export const provideFormulas = (): FormulaDesk => setContext(KEY, new FormulaDesk());

export function useFormulas(): FormulaDesk {
	const desk = getContext<FormulaDesk | undefined>(KEY);
	if (!desk)
		throw new Error("Can't explain a number: no FormulaPanel above this component; wanted provideFormulas()");
	return desk;
}
