import type { FloorClock } from '#lib/contracts/live.ts';
import type { Channel } from '#lib/contracts/terms.ts';
import type { Scope } from '../context.ts';
import type { QueueConfig } from './config.ts';
import type { LiveState } from './live-state.ts';

/** Seconds of agents within a window: with a contact or its after-work, and on duty without. */
export interface Duty {
	busyMs: number;
	idleMs: number;
}

const none = (): Duty => ({ busyMs: 0, idleMs: 0 });

/** Duty of the agents with each skill, of those moved to each queue, of those who can serve each channel, of each team and of all. */
export class WindowDuty {
	readonly site = none();
	readonly #skills = new Map<string, Duty>();
	readonly #queues = new Map<string, Duty>();
	readonly #channels = new Map<Channel, Duty>();
	readonly #teams = new Map<string, Duty>();

	/**
	 * @param from where the window begins for a source whose time is `nowMs`
	 * @param scope the part whose agents are counted; none: all are
	 */
	constructor(state: LiveState, clock: FloorClock, from: (nowMs: number) => number, scope?: Scope) {
		// Until every agent's day is known, the share of some would be shown as that of all.
		if (state.isRecalling) return;
		const channelsOf = new Map<string, Set<Channel>>();
		for (const { channel, skillId } of state.config.queues)
			if (skillId) channelsOf.set(skillId, (channelsOf.get(skillId) ?? new Set()).add(channel));
		const begins = new Map<number, number>();
		for (const { config, source, fold } of state.agents.values()) {
			if (scope && !scope.agents.has(config.id)) continue;
			const nowMs =
				clock.wallMs + ((source !== null && state.sources.get(source)?.offsetMs(clock.wallMs)) || 0);
			let fromMs = begins.get(nowMs);
			if (fromMs === undefined) begins.set(nowMs, (fromMs = from(nowMs)));
			const spent = fold.busyBetween(fromMs, nowMs);
			if (spent.busyMs + spent.idleMs === 0) continue;
			add(this.site, spent);
			if (config.team !== null) add(within(this.#teams, config.team), spent);
			const channels = new Set<Channel>();
			for (const skill of config.assigned ? [] : config.skills) {
				add(within(this.#skills, skill), spent);
				for (const channel of channelsOf.get(skill) ?? []) channels.add(channel);
			}
			for (const id of config.assigned ?? []) {
				add(within(this.#queues, id), spent);
				const queue = state.queues.get(id);
				if (queue) channels.add(queue.config.channel);
			}
			for (const channel of channels) add(within(this.#channels, channel), spent);
		}
	}

	/** Of those who are skilled for a queue, and of those who were moved to it. */
	ofQueue({ id, skillId }: Pick<QueueConfig, 'id' | 'skillId'>): Duty {
		const duty = none();
		const skilled = skillId === null ? undefined : this.#skills.get(skillId);
		if (skilled) add(duty, skilled);
		const moved = this.#queues.get(id);
		if (moved) add(duty, moved);
		return duty;
	}

	ofChannel(channel: Channel): Duty {
		return this.#channels.get(channel) ?? none();
	}

	ofTeam(team: string): Duty {
		return this.#teams.get(team) ?? none();
	}
}

function within<Key>(map: Map<Key, Duty>, key: Key): Duty {
	let duty = map.get(key);
	if (!duty) map.set(key, (duty = none()));
	return duty;
}

function add(into: Duty, { busyMs, idleMs }: Duty): void {
	into.busyMs += busyMs;
	into.idleMs += idleMs;
}
