import type { BoardNumbers } from '#lib/contracts/board.ts';
import { closeSocket } from './close-socket.ts';
import { floorSocket } from './floor-socket.ts';

/** Numbers come every second; without any for this long they may no longer be so. */
const STALE_AFTER_MS = 5_000;
const ANSWER_TIMEOUT_MS = 8_000;

/** A wallboard in this page: the server's first numbers, followed by what its socket brings. */
export class BoardLive {
	numbers = $state.raw<BoardNumbers | null>(null);
	/** Not let in, or no longer: nothing is shown. */
	isRefused = $state(false);
	isStale = $state(false);
	/** The server's wall clock, while it is heard. */
	wallMs = $state(0);
	readonly #queues: readonly string[];
	readonly #token: string | null;
	#heardAt = Date.now();

	constructor(first: BoardNumbers | null, queues: readonly string[], token: string | null) {
		this.#queues = queues;
		this.#token = token;
		if (first) this.#take(first);
		else this.isRefused = true;
	}

	/** Follows the board until the answered clean-up is called. */
	connect(): () => void {
		if (this.isRefused) return () => undefined;
		const socket = floorSocket(this.#token ?? undefined);
		this.#heardAt = Date.now();
		const join = () =>
			socket.timeout(ANSWER_TIMEOUT_MS).emit('board:join', this.#queues, (late, answer) => {
				if (late) {
					if (socket.connected) join();
				} else if (answer.ok) this.#take(answer.numbers);
				else this.#refuse();
			});
		socket.on('connect', join);
		socket.on('board:numbers', (numbers) => this.#take(numbers));
		socket.on('disconnect', (reason) => {
			// The server's own goodbye: asked again, it says whether that was for good.
			if (reason === 'io server disconnect') socket.connect();
		});
		socket.on('connect_error', () => {
			// The server answered, and will not have it.
			if (!socket.active) this.#refuse();
		});
		const timer = setInterval(() => {
			this.isStale = Date.now() - this.#heardAt > STALE_AFTER_MS;
		}, 500);
		socket.connect();
		return () => {
			clearInterval(timer);
			closeSocket(socket);
		};
	}

	#refuse(): void {
		this.isRefused = true;
		this.numbers = null;
	}

	/** Of the queues only those come that changed. */
	#take(next: BoardNumbers): void {
		this.#heardAt = Date.now();
		this.isStale = false;
		this.wallMs = next.clock.wallMs;
		const known = this.numbers?.queues;
		if (!known?.length) {
			this.numbers = next;
			return;
		}
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- made and read here only
		const changed = new Map(next.queues.map((queue) => [queue.id, queue]));
		const queues = known.map((queue) => changed.get(queue.id) ?? queue);
		for (const { id } of known) changed.delete(id);
		this.numbers = { ...next, queues: [...queues, ...changed.values()] };
	}
}
