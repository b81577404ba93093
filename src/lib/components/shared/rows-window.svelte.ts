import { flushSync } from 'svelte';
import type { Sight } from './rows-in-sight.ts';

/** Drawn beyond the window, so that scrolling meets no gap. */
const MARGIN_PX = 200;
/** The part in sight is looked up again after so much of scrolling. */
const STEP_PX = 64;

/** Which part of a long list the browser's window shows, and how high its lines are; pixels from the first row's top. */
export class RowsWindow {
	rowPx = $state(0);
	fromPx = $state(0);
	untilPx = $state(0);
	/** What each open row takes beyond its own line, by its key. */
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- replaced whole
	openPx = $state.raw<ReadonlyMap<string, number>>(new Map());
	/** On paper every row is in sight. */
	isPrinting = $state(false);

	/** @param rows to draw before anything was measured */
	constructor(rowPx: number, rows: number) {
		this.rowPx = rowPx;
		this.untilPx = rows * rowPx;
	}

	get sight(): Pick<Sight, 'rowPx' | 'fromPx' | 'untilPx'> {
		return { rowPx: this.rowPx, fromPx: this.fromPx, untilPx: this.untilPx };
	}

	#look(scroller: HTMLElement): void {
		const body = scroller.querySelector('tbody');
		if (!body) return;
		const box = scroller.getBoundingClientRect();
		const { top } = body.getBoundingClientRect();
		const from = Math.max(0, box.top) - top;
		const until = Math.min(innerHeight, box.bottom) - top;
		this.fromPx = Math.floor(from / STEP_PX) * STEP_PX - MARGIN_PX;
		this.untilPx = Math.ceil(until / STEP_PX) * STEP_PX + MARGIN_PX;
		this.rowPx = body.querySelector(':scope > [data-row]')?.getBoundingClientRect().height || this.rowPx;
		const opened = [...body.querySelectorAll<HTMLElement>(':scope > .details')];
		if (opened.length > 0 || this.openPx.size > 0)
			// eslint-disable-next-line svelte/prefer-svelte-reactivity -- replaced whole
			this.openPx = new Map(opened.map((line) => [line.dataset.of!, line.offsetHeight]));
	}

	/** Follows scrolling, size and print; returns how to stop. */
	watch(scroller: HTMLElement): () => void {
		const look = () => this.#look(scroller);
		look();
		const print = (is: boolean) => () => flushSync(() => (this.isPrinting = is));
		const [before, after] = [print(true), print(false)];
		const watcher = new ResizeObserver(look);
		watcher.observe(document.body);
		watcher.observe(scroller.firstElementChild!);
		// Whichever part of the page scrolls.
		document.addEventListener('scroll', look, { capture: true, passive: true });
		addEventListener('resize', look, { passive: true });
		addEventListener('beforeprint', before);
		addEventListener('afterprint', after);
		return () => {
			watcher.disconnect();
			document.removeEventListener('scroll', look, { capture: true });
			removeEventListener('resize', look);
			removeEventListener('beforeprint', before);
			removeEventListener('afterprint', after);
		};
	}
}
