import { getContext, setContext } from 'svelte';
import type { AlertRow } from '#lib/contracts/alerts.ts';
import { closeSocket } from './close-socket.ts';
import { floorSocket } from './floor-socket.ts';
import { isSnoozed } from './is-snoozed.ts';

const KEY = Symbol('alerts');
const ANSWER_TIMEOUT_MS = 8_000;
/** Snoozes end without any word from the server. */
const CLOCK_EVERY_MS = 5_000;

/** The open alerts as this page knows them. One a page load, made by the frame; never a module's global. */
export class AlertsLive {
	/** Null until the server has answered. */
	open = $state.raw<readonly AlertRow[] | null>(null);
	/** Why the server does not tell. */
	refusal = $state<string | null>(null);
	wallMs = $state(Date.now());
	/** Called with alerts that have opened since the page began to follow. */
	onopened: ((opened: readonly AlertRow[]) => void) | null = null;
	loud = $derived((this.open ?? []).filter((alert) => !isSnoozed(alert, this.wallMs)));

	/** Follows the alerts until the answered clean-up is called. */
	connect(): () => void {
		const socket = floorSocket();
		const ask = () =>
			socket.timeout(ANSWER_TIMEOUT_MS).emit('alerts:join', (late, answer) => {
				if (late) {
					if (socket.connected) ask();
				} else if (answer.ok) this.#take(answer.open);
				else this.refusal = answer.error;
			});
		// Asked again on every connection: what happened in between is in the answer.
		socket.on('connect', ask);
		socket.on('alerts:open', (open) => this.#take(open));
		socket.on('disconnect', (reason) => {
			// The server's own goodbye is not followed by a new attempt unless asked for.
			if (reason === 'io server disconnect') socket.connect();
		});
		socket.on('connect_error', (error) => (this.refusal = error.message));
		const timer = setInterval(() => (this.wallMs = Date.now()), CLOCK_EVERY_MS);
		socket.connect();
		return () => {
			clearInterval(timer);
			closeSocket(socket);
		};
	}

	#take(open: readonly AlertRow[]): void {
		const known = this.open?.map(({ id }) => id);
		this.open = open;
		this.refusal = null;
		this.wallMs = Date.now();
		const opened = known ? open.filter(({ id }) => !known.includes(id)) : [];
		if (opened.length > 0) this.onopened?.(opened);
	}
}

export const provideAlerts = (): AlertsLive => setContext(KEY, new AlertsLive());

export function useAlerts(): AlertsLive {
	const alerts = getContext<AlertsLive | undefined>(KEY);
	if (!alerts)
		throw new Error("Can't follow alerts: no AlertsLive above this component; wanted provideAlerts()");
	return alerts;
}
