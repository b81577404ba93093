import { getContext, setContext } from 'svelte';
import type { NoticeRow } from '#lib/contracts/notices.ts';
import { closeSocket } from './close-socket.ts';
import { floorSocket } from './floor-socket.ts';

const KEY = Symbol('notices');
const ANSWER_TIMEOUT_MS = 8_000;

/** The reader's own notices as this page knows them. One a page load, made by the frame; never a module's global. */
export class NoticesLive {
	/** Newest first; null until the server has answered. */
	latest = $state.raw<readonly NoticeRow[] | null>(null);
	unread = $state(0);
	/** Why the server does not tell. */
	refusal = $state<string | null>(null);
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing is drawn from it
	#listeners = new Set<() => void>();

	/** Calls back when a notice has come since the page began to follow; answers its clean-up. */
	onnews(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Follows the notices until the answered clean-up is called. */
	connect(): () => void {
		const socket = floorSocket();
		const ask = () =>
			socket.timeout(ANSWER_TIMEOUT_MS).emit('notices:join', (late, answer) => {
				if (late) {
					if (socket.connected) ask();
				} else if (answer.ok) this.#take(answer.list);
				else this.refusal = answer.error;
			});
		// Asked again on every connection: what came in between is in the answer.
		socket.on('connect', ask);
		socket.on('notices:list', (list) => this.#take(list));
		socket.on('disconnect', (reason) => {
			// The server's own goodbye is not followed by a new attempt unless asked for.
			if (reason === 'io server disconnect') socket.connect();
		});
		socket.on('connect_error', (error) => (this.refusal = error.message));
		socket.connect();
		return () => closeSocket(socket);
	}

	/** Marks as read, all of them without ids; the server's answer over the socket is what is shown. */
	async markRead(ids: readonly string[] | null): Promise<boolean> {
		try {
			const response = await fetch('/notices', {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ ids }),
				keepalive: true
			});
			return response.ok;
		} catch {
			return false;
		}
	}

	#take({ unread, latest }: { unread: number; latest: NoticeRow[] }): void {
		const known = this.latest?.map(({ id }) => id);
		this.latest = latest;
		this.unread = unread;
		this.refusal = null;
		if (known && latest.some(({ id }) => !known.includes(id)))
			for (const listener of this.#listeners) listener();
	}
}

export const provideNotices = (): NoticesLive => setContext(KEY, new NoticesLive());

export function useNotices(): NoticesLive {
	const notices = getContext<NoticesLive | undefined>(KEY);
	if (!notices)
		throw new Error("Can't follow notices: no NoticesLive above this component; wanted provideNotices()");
	return notices;
}
