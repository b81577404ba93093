import { flushSync } from 'svelte';
import { nextPart } from './next-part.ts';
import type { Sight } from './rows-in-sight.ts';

/** Drawn beyond the window, so that scrolling meets no gap. */
const MARGIN_PX = 256;
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

	/** Answers whether a part is still to be drawn. */
	#look(scroller: HTMLElement): boolean {
		const body = scroller.querySelector('tbody');
		if (!body) return false;
		const box = scroller.getBoundingClientRect();
		const { top } = body.getBoundingClientRect();
		const from = Math.floor((Math.max(0, box.top) - top) / STEP_PX) * STEP_PX;
		const until = Math.ceil((Math.min(innerHeight, box.bottom) - top) / STEP_PX) * STEP_PX;
		const wanted = { fromPx: from - MARGIN_PX, untilPx: until + MARGIN_PX };
		const drawn = this.isPrinting ? wanted : nextPart(this, { from, ...wanted });
		Object.assign(this, drawn);
		this.rowPx = body.querySelector(':scope > [data-row]')?.getBoundingClientRect().height || this.rowPx;
		const opened = [...body.querySelectorAll<HTMLElement>(':scope > .details')];
		if (opened.length > 0 || this.openPx.size > 0)
			// eslint-disable-next-line svelte/prefer-svelte-reactivity -- replaced whole
			this.openPx = new Map(opened.map((line) => [line.dataset.of!, line.offsetHeight]));
		return drawn.fromPx !== wanted.fromPx || drawn.untilPx !== wanted.untilPx;
	}

	/** Follows scrolling, size and print; returns how to stop. */
	watch(scroller: HTMLElement): () => void {
		let isComing = false;
		const look = () => {
			if (this.#look(scroller)) lookSoon();
		};
		// Once the frame that scrolled is painted, and laid out at once: no task holds this besides a frame and what the
		// floor changed in it.
		const lookSoon = () => {
			if (isComing) return;
			isComing = true;
			requestAnimationFrame(() =>
				setTimeout(() => {
					isComing = false;
					flushSync(look);
					void scroller.offsetHeight;
				})
			);
		};
		look();
		const print = (is: boolean) => () => flushSync(() => (this.isPrinting = is));
		const [before, after] = [print(true), print(false)];
		const watcher = new ResizeObserver(look);
		watcher.observe(document.body);
		watcher.observe(scroller.firstElementChild!);
		// Whichever part of the page scrolls.
		document.addEventListener('scroll', lookSoon, { capture: true, passive: true });
		addEventListener('resize', look, { passive: true });
		addEventListener('beforeprint', before);
		addEventListener('afterprint', after);
		return () => {
			watcher.disconnect();
			document.removeEventListener('scroll', lookSoon, { capture: true });
			removeEventListener('resize', look);
			removeEventListener('beforeprint', before);
			removeEventListener('afterprint', after);
		};
	}
}
