import type { FloorDelta, FloorSnapshot, PastDay, PastQueue, PastSpeed } from '#lib/contracts/live.ts';
import type { FloorSocket } from './floor-socket.ts';

/** A day's log has to be folded first. */
const OPEN_TIMEOUT_MS = 60_000;
const READ_TIMEOUT_MS = 20_000;

/** What travelling shows its moments on. */
export interface PastStage {
	readonly isPast: boolean;
	/** The moment that is shown. */
	readonly wallMs: number;
	replace(snapshot: FloorSnapshot): void;
	/** False where the delta does not follow what is shown. */
	take(delta: FloorDelta): boolean;
}

/** A page's way through the kept log: which moment the server has open for it, and how fast it goes on from there. */
export class PastTravel {
	speed = $state<PastSpeed>(0);
	/** The server is folding the moment that was asked for. */
	isOpening = $state(false);
	/** Why the last journey failed, in the server's words. */
	fault = $state<string | null>(null);
	/** Told when playing has come to the present. */
	onpresent: (() => void) | null = null;
	readonly #stage: PastStage;
	#socket: FloorSocket | null = null;
	#asked = 0;
	#wantedMs = 0;

	constructor(stage: PastStage) {
		this.#stage = stage;
	}

	listen(socket: FloorSocket): void {
		this.#socket = socket;
		socket.on('past:snapshot', (snapshot) => this.#stage.isPast && this.#stage.replace(snapshot));
		socket.on('past:delta', (delta) => {
			// A last one of a moment that has been left is no news.
			if (!this.#stage.isPast || this.isOpening || this.#stage.take(delta)) return;
			if (this.speed > 0) this.open(this.#stage.wallMs);
		});
		socket.on('past:ended', (reason) => {
			this.speed = 0;
			if (reason === 'present') this.onpresent?.();
		});
	}

	/** Goes to a moment, and on from there at the speed that is set. */
	open(atMs: number): void {
		const socket = this.#socket;
		if (!socket?.connected) return;
		const asked = ++this.#asked;
		this.#wantedMs = atMs;
		this.isOpening = true;
		const moment = { atMs: Math.round(atMs), speed: this.speed };
		socket.timeout(OPEN_TIMEOUT_MS).emit('past:open', moment, (error, answer) => {
			if (asked !== this.#asked) return;
			this.isOpening = false;
			// No answer on an open line: the line is dead.
			if (error) return void socket.disconnect().connect();
			this.fault = answer.ok ? null : answer.error;
			if (!answer.ok) this.speed = 0;
			else if (this.#stage.isPast) this.#stage.replace(answer.snapshot);
		});
	}

	play(speed: PastSpeed): void {
		this.speed = speed;
		if (!this.isOpening) this.#socket?.emit('past:play', speed);
		// The moment that is on its way plays at what was set when it was asked for.
		else this.open(this.#wantedMs);
	}

	leave(): void {
		this.#asked++;
		this.speed = 0;
		this.isOpening = false;
		this.fault = null;
		this.#socket?.emit('past:close');
	}

	/** A queue at the moment that is open; null where the server cannot say. */
	async queue(id: string): Promise<PastQueue | null> {
		if (!this.#socket?.connected) return null;
		const answer = await this.#socket
			.timeout(READ_TIMEOUT_MS)
			.emitWithAck('past:queue', id)
			.catch(() => null);
		return answer?.ok ? answer.queue : null;
	}

	async day(atMs: number): Promise<PastDay | null> {
		if (!this.#socket?.connected) return null;
		const answer = await this.#socket
			.timeout(READ_TIMEOUT_MS)
			.emitWithAck('past:day', Math.round(atMs))
			.catch(() => null);
		return answer?.ok ? answer.day : null;
	}
}
