import { getContext, setContext } from 'svelte';
import type { CommandAnswer, CommandKind, CommandRow } from '#lib/contracts/commands.ts';
import { closeSocket } from './close-socket.ts';
import { floorSocket } from './floor-socket.ts';

const KEY = Symbol('commands');
const ANSWER_TIMEOUT_MS = 8_000;
/** Older ones are left to the log. */
const MOST = 2_000;

export type Wanted = { kind: CommandKind; payload: object; reason?: string | null };

/** What was asked of the telephony side and what came of it, as this page knows it; newest first. */
export class CommandsLive {
	/** Null until the server has answered. */
	rows = $state.raw<readonly CommandRow[] | null>(null);
	/** Why the server does not tell. */
	refusal = $state<string | null>(null);
	waiting = $derived((this.rows ?? []).filter(({ state }) => state === 'requested').length);
	/** Told of an answer, or of its absence, to something that this page asked for. */
	onanswer: ((row: CommandRow) => void) | null = null;
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing is drawn from it
	readonly #own = new Set<string>();

	/** Follows them until the answered clean-up is called. */
	connect(): () => void {
		const socket = floorSocket();
		const ask = () =>
			socket.timeout(ANSWER_TIMEOUT_MS).emit('commands:join', (late, answer) => {
				if (late) {
					if (socket.connected) ask();
				} else if (answer.ok) this.#takeAll(answer.latest);
				else this.refusal = answer.error;
			});
		// Asked again on every connection: what happened in between is in the answer.
		socket.on('connect', ask);
		socket.on('command:update', (row) => this.#take(row));
		socket.on('disconnect', (reason) => {
			// The server's own goodbye is not followed by a new attempt unless asked for.
			if (reason === 'io server disconnect') socket.connect();
		});
		socket.on('connect_error', (error) => (this.refusal = error.message));
		socket.connect();
		return () => closeSocket(socket);
	}

	/** Asks for actions; answers with what was taken and what was not. A failure is thrown in the server's words. */
	async ask(wanted: readonly Wanted[]): Promise<CommandAnswer> {
		const response = await fetch('/api/v1/commands', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(wanted)
		});
		const body = (await response.json()) as CommandAnswer & { error?: string };
		if (!response.ok) throw new Error(body.error ?? `${response.status}`);
		for (const row of body.commands) {
			this.#own.add(row.id);
			const known = this.rows?.find(({ id }) => id === row.id);
			// The socket may have brought this row, and even its answer, before.
			this.#take(known ?? row);
		}
		return body;
	}

	#takeAll(rows: readonly CommandRow[]): void {
		this.rows = rows;
		this.refusal = null;
	}

	#take(row: CommandRow): void {
		const rows = this.rows ?? [];
		const isKnown = rows.some(({ id }) => id === row.id);
		this.rows = isKnown
			? rows.map((other) => (other.id === row.id ? row : other))
			: [row, ...rows].slice(0, MOST);
		if (row.state !== 'requested' && this.#own.has(row.id)) this.onanswer?.(row);
	}
}

export const provideCommands = (): CommandsLive => setContext(KEY, new CommandsLive());

export function useCommands(): CommandsLive {
	const commands = getContext<CommandsLive | undefined>(KEY);
	if (!commands)
		throw new Error("Can't follow commands: nothing above this component; wanted provideCommands()");
	return commands;
}
