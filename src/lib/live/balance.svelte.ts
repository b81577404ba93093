import type { BalanceBoard } from '#lib/contracts/balance.ts';
import { closeSocket } from './close-socket.ts';
import { floorSocket } from './floor-socket.ts';

const ANSWER_TIMEOUT_MS = 8_000;

/** The moves proposed now, as this page knows them. */
export class BalanceLive {
	/** Null until the server has answered. */
	board: BalanceBoard | null = $state.raw(null);
	/** Why the server does not tell, or that the line is down. */
	refusal = $state<string | null>(null);

	constructor(first: BalanceBoard | null) {
		this.board = first;
	}

	/** Follows them until the answered clean-up is called. */
	connect(): () => void {
		const socket = floorSocket();
		const ask = () =>
			socket.timeout(ANSWER_TIMEOUT_MS).emit('balance:join', (late, answer) => {
				if (late) {
					if (socket.connected) ask();
				} else if (answer.ok) this.#take(answer.board);
				else this.refusal = answer.error;
			});
		// Asked again on every connection: what happened in between is in the answer.
		socket.on('connect', ask);
		socket.on('balance:board', (board) => this.#take(board));
		socket.on('disconnect', (reason) => {
			// The server's own goodbye is not followed by a new attempt unless asked for.
			if (reason === 'io server disconnect') socket.connect();
		});
		socket.on('connect_error', (error) => (this.refusal = error.message));
		socket.connect();
		return () => closeSocket(socket);
	}

	#take(board: BalanceBoard): void {
		this.board = board;
		this.refusal = null;
	}
}
