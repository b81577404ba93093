import type { Toaster } from '#lib/components/shared/toaster.svelte.ts';
import { m } from '#lib/paraglide/messages.js';

/** Copies, and says so; a browser may refuse it. */
export async function copyText(text: string, toaster: Toaster): Promise<void> {
	try {
		await navigator.clipboard.writeText(text);
		toaster.show(m.handoff_copied(), { tone: 'ok' });
	} catch {
		toaster.show(m.handoff_copy_failed(), { tone: 'watch' });
	}
}
