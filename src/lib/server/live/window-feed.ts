import type { FloorWindow, WindowsDelta, WindowsSnapshot } from '#lib/contracts/live.ts';
import type { Scope } from '../context.ts';
import type { LiveState } from './live-state.ts';
import { changedMembers } from './row-change.ts';
import { readDuties, readWindows, windowKey, type PartDuty } from './windows.ts';

/** Agents' time moves with every second; counted this often it is sent a tenth as often and nobody sees less. */
const DUTY_EVERY_MS = 10_000;

/** One window's numbers as its readers hold them, and what changes. */
export class WindowFeed {
	readonly key: string;
	/** The part of the centre that its readers see; null: all of it. */
	scope: Scope | null;
	readonly #state: LiveState;
	readonly #window: FloorWindow;
	#duty: PartDuty | null = null;
	#dutyAt = -Infinity;
	#sent: WindowsSnapshot | null = null;

	constructor(state: LiveState, window: FloorWindow, scope: Scope | null = null) {
		this.scope = scope;
		this.#state = state;
		this.#window = window;
		this.key = windowKey(window);
	}

	#read(wallMs: number): Omit<WindowsSnapshot, 'seq'> {
		if (!this.#duty || wallMs - this.#dutyAt >= DUTY_EVERY_MS || wallMs < this.#dutyAt) {
			this.#duty = readDuties(this.#state, this.#window, wallMs, this.scope);
			this.#dutyAt = wallMs;
		}
		const { clock: _, ...numbers } = readWindows(this.#state, this.#window, wallMs, this.scope, this.#duty);
		return { key: this.key, ...numbers };
	}

	/** As last told to readers. */
	snapshot(wallMs: number): WindowsSnapshot {
		return (this.#sent ??= { seq: 0, ...this.#read(wallMs) });
	}

	/** Reads anew; null when nothing is other than it was. */
	tick(wallMs: number): WindowsDelta | null {
		const before = this.snapshot(wallMs);
		const now = this.#read(wallMs);
		const changes: Omit<WindowsDelta, 'key' | 'seq'> = {};
		if (now.fromMs !== before.fromMs) changes.fromMs = now.fromMs;
		if (now.isComplete !== before.isComplete) changes.isComplete = now.isComplete;
		const site = changedMembers(before.site, now.site);
		if (site) changes.site = site;
		for (const group of ['channels', 'queues', 'teams'] as const) {
			const changed = changedRows(before[group], now[group]);
			if (changed) changes[group] = changed;
		}
		if (Object.keys(changes).length === 0) return null;
		const seq = before.seq + 1;
		this.#sent = { seq, ...now };
		return { key: this.key, seq, ...changes };
	}
}

function changedRows(before: Record<string, object>, now: Record<string, object>) {
	let changed: Record<string, object> | null = null;
	for (const id in now) {
		const change = before[id] ? changedMembers(before[id], now[id]!) : now[id]!;
		if (change) (changed ??= {})[id] = change;
	}
	return changed;
}
