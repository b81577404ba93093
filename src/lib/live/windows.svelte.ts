import { getContext, setContext } from 'svelte';
import type { PeriodNumbers, QueueRow, WindowNumbers, WindowsSnapshot } from '#lib/contracts/live.ts';
import type { Channel } from '#lib/contracts/terms.ts';
import { applyWindowsDelta } from './apply-windows-delta.ts';
import type { FloorLive } from './floor.svelte.ts';
import { joinPeriods } from './join-periods.ts';
import type { FloorSocket } from './floor-socket.ts';

const KEY = Symbol('windows');
const ANSWER_TIMEOUT_MS = 8_000;
/** The window of which the floor's own rows tell. */
export const USUAL_WINDOW = '30m';

/** The numbers of the window that the reader has chosen, kept up over the floor's socket. */
export class WindowsLive {
	readonly #floor: FloorLive;
	#held = $state.raw<WindowsSnapshot | null>(null);
	/** As in the address: a name of WINDOWS or an instant. */
	wanted = $state(USUAL_WINDOW);
	/** Why the server does not count it. */
	refusal = $state<string | null>(null);
	#socket: FloorSocket | null = null;

	constructor(floor: FloorLive, first: WindowsSnapshot | null) {
		this.#floor = floor;
		this.#held = first;
		if (first) this.wanted = first.key;
	}

	/** What is held, unless the floor shows a moment that is over: windows are counted for the present only. */
	get #numbers(): WindowsSnapshot | null {
		return this.#floor.isPast ? null : this.#held;
	}

	/** The chosen window is not the one shown yet. */
	get isPending(): boolean {
		return this.#numbers !== null && this.#held?.key !== this.wanted && this.refusal === null;
	}
	/** The window that is shown: a past moment has its last half hour. */
	get shown(): string {
		return this.#numbers?.key ?? USUAL_WINDOW;
	}
	get fromMs(): number | null {
		return this.#numbers?.fromMs ?? null;
	}
	get isComplete(): boolean {
		return this.#numbers?.isComplete ?? true;
	}
	/** Where no window is counted, the queues' last half hours put together; then no occupancy is known. */
	get site(): PeriodNumbers & Partial<WindowNumbers> {
		return this.#numbers?.site ?? joinPeriods(this.#floor.queues.map(({ lastHalfHour }) => lastHalfHour));
	}

	queue(row: QueueRow): PeriodNumbers & Partial<WindowNumbers> {
		return this.#numbers?.queues[row.id] ?? row.lastHalfHour;
	}
	channel(channel: Channel): PeriodNumbers & Partial<WindowNumbers> {
		const ofChannel = this.#floor.queues.filter((row) => row.channel === channel);
		return this.#numbers?.channels[channel] ?? joinPeriods(ofChannel.map(({ lastHalfHour }) => lastHalfHour));
	}
	team(team: string): WindowNumbers | null {
		return this.#numbers?.teams[team] ?? null;
	}

	choose(window: string): void {
		if (window === this.wanted && this.#held?.key === window) return;
		this.wanted = window;
		this.#join();
	}

	/** Follows the window until the answered clean-up is called. */
	connect(): () => void {
		return this.#floor.ride((socket) => {
			this.#socket = socket;
			const join = () => this.#join();
			const take = (delta: Parameters<typeof applyWindowsDelta>[1]) => {
				if (!this.#held || delta.key !== this.wanted) return;
				const next = applyWindowsDelta(this.#held, delta);
				if (next) this.#held = next;
				else this.#join();
			};
			socket.on('connect', join);
			socket.on('windows:delta', take);
			if (socket.connected) join();
			return () => {
				socket.off('connect', join);
				socket.off('windows:delta', take);
				socket.emit('windows:leave');
				this.#socket = null;
			};
		});
	}

	#join(): void {
		const socket = this.#socket;
		if (!socket?.connected) return;
		const { wanted } = this;
		socket.timeout(ANSWER_TIMEOUT_MS).emit('windows:join', wanted, (late, answer) => {
			// Another has been chosen meanwhile, or the line is asked again on connecting.
			if (late || wanted !== this.wanted) return;
			this.refusal = answer.ok ? null : answer.error;
			if (!answer.ok) return;
			this.#held = answer.windows;
			this.wanted = answer.windows.key;
		});
	}
}

export const provideWindows = (windows: WindowsLive): WindowsLive => setContext(KEY, windows);

/** The window of the pages under it; call while a component is being set up. */
export function useWindows(): WindowsLive {
	const windows = getContext<WindowsLive | undefined>(KEY);
	if (!windows)
		throw new Error("Can't read the window: no page above this component has one; wanted provideWindows()");
	return windows;
}
