import { followRosterEdits, sendRosterEdit } from '#lib/live/roster-edits.ts';
import type { RosterWorkspace } from '#lib/contracts/roster-edits.ts';
import { RosterEditor } from './roster-editor.svelte.ts';

const addressOf = (rosterId: string): string => `/plan/roster/${encodeURIComponent(rosterId)}`;

/** An editor of a roster whose edits go to the server; it is empty until it is run. */
export const openEditor = (rosterId: string, userId: string): RosterEditor =>
	new RosterEditor(rosterId, userId, ({ id, verb, what, swap, reason, editId }, baseSequence) =>
		sendRosterEdit(`${addressOf(rosterId)}/edits`, {
			...{ verb, id, baseSequence },
			...(verb === 'apply' ? { what, ...swap, reason } : { editId })
		})
	);

/**
 * Loads what the editor edits and follows what others do to it until the answered clean-up is called.
 *
 * @param onfailed why it can't be loaded
 */
export function runEditor(editor: RosterEditor, onfailed: (reason: string) => void): () => void {
	let isStopped = false;
	let stopFollowing = () => undefined as void;
	void (async () => {
		try {
			const response = await fetch(`${addressOf(editor.rosterId)}/workspace`);
			const body = (await response.json()) as RosterWorkspace | { error: string };
			if (isStopped) return;
			if ('error' in body) return onfailed(body.error);
			await editor.load(body);
			if (isStopped) return;
			const { ask, stop } = followRosterEdits(
				editor.rosterId,
				() => editor.sequence,
				(edits) => editor.hear(edits)
			);
			editor.onbehind = ask;
			stopFollowing = stop;
		} catch (error) {
			if (!isStopped) onfailed((error as Error).message);
		}
	})();
	return () => {
		isStopped = true;
		stopFollowing();
		editor.stop();
	};
}
