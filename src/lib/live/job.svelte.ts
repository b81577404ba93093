import type { JobUpdate } from '#lib/contracts/live.ts';
import { closeSocket } from './close-socket.ts';
import { floorSocket } from './floor-socket.ts';

const ANSWER_TIMEOUT_MS = 8_000;

/** Long work on the server as this page sees it: its progress comes by the socket until it has ended. */
export class LiveJob {
	#job = $state.raw<JobUpdate>() as JobUpdate;
	/** Why the server does not tell; the work itself goes on. */
	refusal = $state<string | null>(null);
	/** Called once, when the work has ended. */
	onend: ((job: JobUpdate) => void) | null = null;
	/** Changes once: who watches until then is not started anew by each step of the progress. */
	isOver = $state(false);

	constructor(job: JobUpdate) {
		this.#set(job);
	}

	#set(job: JobUpdate): void {
		this.#job = job;
		this.isOver = job.state === 'done' || job.state === 'failed' || job.state === 'cancelled';
	}

	get id() {
		return this.#job.id;
	}
	get state() {
		return this.#job.state;
	}
	get progress() {
		return this.#job.progress;
	}
	get message() {
		return this.#job.message;
	}
	get error() {
		return this.#job.error;
	}

	/** Follows the work until it ends or the answered clean-up is called. */
	watch(): () => void {
		const socket = floorSocket();
		const stop = () => {
			closeSocket(socket);
		};
		const take = (job: JobUpdate) => {
			if (job.id !== this.#job.id) return;
			this.#set(job);
			if (!this.isOver) return;
			stop();
			this.onend?.(job);
		};
		// Asked again on every connection: what happened in between is in the answer.
		const ask = () =>
			socket.timeout(ANSWER_TIMEOUT_MS).emit('job:watch', this.#job.id, (late, answer) => {
				if (late) {
					if (socket.connected) ask();
				} else if (answer.ok) take(answer.job);
				else this.refusal = answer.error;
			});
		socket.on('connect', ask);
		socket.on('job:update', take);
		socket.on('disconnect', (reason) => {
			// The server's own goodbye is not followed by a new attempt unless asked for.
			if (reason === 'io server disconnect') socket.connect();
		});
		socket.on('connect_error', (error) => {
			this.refusal = socket.active ? null : error.message;
		});
		socket.connect();
		return stop;
	}
}
