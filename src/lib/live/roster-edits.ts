import type { EditOutcome, RosterEdit } from '#lib/contracts/roster-edits.ts';
import { closeSocket } from './close-socket.ts';
import { floorSocket } from './floor-socket.ts';

const ANSWER_TIMEOUT_MS = 8_000;

export type Answer = EditOutcome | { status: 'refused'; message: string };

/** Sends one step of editing; null where the line is down or the server is not there, so that it is sent again. */
export async function sendRosterEdit(address: string, step: unknown): Promise<Answer | null> {
	try {
		const response = await fetch(address, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(step)
		});
		if (response.status >= 500) return null;
		const body = (await response.json()) as Answer | { error: string };
		return 'status' in body ? body : { status: 'refused', message: body.error };
	} catch {
		return null;
	}
}

/**
 * Hears the edits of a roster: what was missed at each new connection, and each as it is made.
 *
 * @param since the sequence up to which they are known, asked at each connection
 * @returns `ask` again for what was missed, and its clean-up
 */
export function followRosterEdits(
	rosterId: string,
	since: () => number,
	onedits: (edits: readonly RosterEdit[]) => void
): { ask: () => void; stop: () => void } {
	const socket = floorSocket();
	const ask = () => {
		socket.timeout(ANSWER_TIMEOUT_MS).emit('roster:join', rosterId, since(), (late, answer) => {
			if (late) {
				if (socket.connected) ask();
			} else if (answer.ok) onedits(answer.since);
		});
	};
	socket.on('connect', ask);
	socket.on('roster:edited', (edit) => edit.rosterId === rosterId && onedits([edit]));
	socket.on('disconnect', (reason) => {
		// The server's own goodbye is not followed by a new attempt unless asked for.
		if (reason === 'io server disconnect') socket.connect();
	});
	socket.connect();
	return { ask, stop: () => closeSocket(socket) };
}
