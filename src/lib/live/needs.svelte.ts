import type { NeedRow, NeedsSnapshot } from '#lib/contracts/needs.ts';
import { applyNeeds } from './apply-needs.ts';
import { closeSocket } from './close-socket.ts';
import { floorSocket, type FloorSocket } from './floor-socket.ts';

const ANSWER_TIMEOUT_MS = 8_000;
const CLOCK_EVERY_MS = 1_000;

/** The contacts that need a person, as this page knows them. */
export class NeedsLive {
	#needs = $state.raw<NeedsSnapshot | null>(null);
	/** Why the server does not tell, or that the line is down. */
	refusal = $state<string | null>(null);
	/** The server's wall clock by this browser's. */
	wallMs = $state(0);
	#skewMs = 0;

	constructor(first: NeedsSnapshot | null) {
		this.#needs = first;
		this.wallMs = first?.wallMs ?? 0;
	}

	/** Null until the server has answered. */
	get rows(): readonly NeedRow[] | null {
		return this.#needs?.rows ?? null;
	}
	get needing(): number {
		return this.#needs?.needing ?? 0;
	}
	get open(): number {
		return this.#needs?.open ?? 0;
	}

	/** Follows the list until the answered clean-up is called. */
	connect(): () => void {
		const socket = floorSocket();
		socket.on('connect', () => this.#join(socket));
		socket.on('needs:delta', (delta) => {
			const next = this.#needs && applyNeeds(this.#needs, delta);
			if (next) this.#take(next);
			else this.#join(socket);
		});
		socket.on('disconnect', (reason) => {
			// The server's own goodbye is not followed by a new attempt unless asked for.
			if (reason === 'io server disconnect') socket.connect();
		});
		socket.on('connect_error', (error) => (this.refusal = error.message));
		const timer = setInterval(() => (this.wallMs = Date.now() + this.#skewMs), CLOCK_EVERY_MS);
		socket.connect();
		return () => {
			clearInterval(timer);
			closeSocket(socket);
		};
	}

	/** Asked again on every connection: what happened in between is in the answer. */
	#join(socket: FloorSocket): void {
		socket.timeout(ANSWER_TIMEOUT_MS).emit('needs:join', (late, answer) => {
			if (late) {
				if (socket.connected) this.#join(socket);
			} else if (answer.ok) this.#take(answer.needs);
			else this.refusal = answer.error;
		});
	}

	#take(needs: NeedsSnapshot): void {
		this.#needs = needs;
		this.refusal = null;
		this.#skewMs = needs.wallMs - Date.now();
		this.wallMs = needs.wallMs;
	}
}
