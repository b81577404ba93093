import { getContext, setContext } from 'svelte';

export type ToastTone = 'neutral' | 'ok' | 'watch' | 'breach';
export type Toast = { id: number; message: string; tone: ToastTone; undo?: () => void };

const KEY = Symbol('toaster');
const STAYS_MS = 8_000;
const STAYS_WITH_UNDO_MS = 15_000;

/** The notes that come and go at the foot of the page; one a page, made by the layout. */
export class Toaster {
	toasts = $state<Toast[]>([]);
	#next = 1;
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing is drawn from it
	#timers = new Map<number, ReturnType<typeof setTimeout>>();

	/** Says what has happened; with `undo` it offers to take it back. Faults stay until dismissed. */
	show(message: string, options: { tone?: ToastTone; undo?: () => void } = {}): number {
		const toast: Toast = { id: this.#next++, message, tone: options.tone ?? 'neutral', undo: options.undo };
		this.toasts.push(toast);
		this.resume(toast.id);
		return toast.id;
	}

	dismiss(id: number): void {
		this.pause(id);
		this.toasts = this.toasts.filter((toast) => toast.id !== id);
	}

	undo(id: number): void {
		const toast = this.toasts.find((one) => one.id === id);
		this.dismiss(id);
		toast?.undo?.();
	}

	/** Time stops while a person points at it or has it focused. */
	pause(id: number): void {
		clearTimeout(this.#timers.get(id));
		this.#timers.delete(id);
	}

	resume(id: number): void {
		const toast = this.toasts.find((one) => one.id === id);
		if (!toast || toast.tone === 'breach') return;
		this.pause(id);
		this.#timers.set(
			id,
			setTimeout(() => this.dismiss(id), toast.undo ? STAYS_WITH_UNDO_MS : STAYS_MS)
		);
	}
}

export function provideToaster(): Toaster {
	return setContext(KEY, new Toaster());
}

/** The page's toaster; call while a component is being set up. */
export function useToaster(): Toaster {
	const toaster = getContext<Toaster | undefined>(KEY);
	if (!toaster)
		throw new Error("Can't show a note: no Toaster above this component; wanted provideToaster()");
	return toaster;
}
