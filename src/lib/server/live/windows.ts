import { WINDOWS, type FloorWindows, type WindowName, type WindowNumbers } from '#lib/contracts/live.ts';
import type { ServiceLevelVariant } from '#lib/contracts/terms.ts';
import { queueNow } from './floor.ts';
import { floorClock } from './floor-clock.ts';
import { addTally, emptyTally, type Tally } from './fold/queue-tally.ts';
import type { AgentLive } from './live-parts.ts';
import { KEPT_MS, type LiveState } from './live-state.ts';
import { periodNumbers } from './numbers.ts';
import { openingOf } from './opening.ts';

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
const SLIDING_MS = { '15m': QUARTER_MS, '30m': 2 * QUARTER_MS, '60m': 4 * QUARTER_MS } as const;

/** A window that cannot be counted. */
export class InvalidWindow extends Error {
	readonly status = 400;
}

/** Reads "15m", "30m", "60m", "opening" or an instant, which is taken at the quarter of an hour it lies in. */
export function parseWindow(text: string | null, wallMs: number): FloorWindows['window'] {
	if (text === null || (WINDOWS as readonly string[]).includes(text))
		return (text as WindowName | null) ?? '30m';
	const at = /T.*([Zz]|[+-]\d{2}:?\d{2})$/.test(text) ? Date.parse(text) : NaN;
	if (!Number.isFinite(at))
		throw new InvalidWindow(
			`Reading a window: "${text}" must be one of ${WINDOWS.join(', ')} or an RFC 3339 instant with its offset, such as 2026-11-22T09:30:00Z.`
		);
	if (at > wallMs || at < wallMs - KEPT_MS)
		throw new InvalidWindow(
			`Reading a window: ${text} must lie within the last ${KEPT_MS / 3_600_000} hours; earlier ones are in the intervals.`
		);
	return { fromMs: Math.floor(at / QUARTER_MS) * QUARTER_MS };
}

/** The numbers of each queue, channel, team and the site over a window, by the counting of the floor and of the intervals. */
export function readWindows(state: LiveState, window: FloorWindows['window'], wallMs: number): FloorWindows {
	const clock = floorClock(state, wallMs);
	const { site } = state.config;
	const from = (nowMs: number, hours = site.openingHours ?? []): number => {
		if (typeof window === 'object') return window.fromMs;
		if (window === 'opening') return openingOf(nowMs, site.timeZone, hours);
		return Math.floor(nowMs / MINUTE_MS) * MINUTE_MS - SLIDING_MS[window];
	};
	const busy = new Map<AgentLive, { busyMs: number; idleMs: number }>();
	for (const agent of state.agents.values()) {
		const nowMs = wallMs + ((agent.source && state.sources.get(agent.source)?.offsetMs(wallMs)) || 0);
		busy.set(agent, agent.fold.busyBetween(from(nowMs), nowMs));
	}
	const numbers = (
		tally: Tally,
		variant: ServiceLevelVariant,
		isOf: (agent: AgentLive) => boolean
	): WindowNumbers => {
		let [busyMs, onDutyMs] = [0, 0];
		for (const [agent, spent] of busy)
			if (isOf(agent)) {
				busyMs += spent.busyMs;
				onDutyMs += spent.busyMs + spent.idleMs;
			}
		return { ...periodNumbers(tally, variant), occupancy: onDutyMs > 0 ? busyMs / onDutyMs : null };
	};

	const total = emptyTally();
	const byChannel = new Map<string, { tally: Tally; skills: Set<string> }>();
	const answer: FloorWindows = {
		window,
		clock,
		fromMs: from(wallMs + clock.offsetMs),
		isComplete: !state.isRecalling,
		site: numbers(emptyTally(), 'of-offered', () => true),
		channels: {},
		queues: {},
		teams: {}
	};
	for (const [id, queue] of state.queues) {
		const { channel, skillId, variant, openingHours } = queue.config;
		const nowMs = queueNow(state, queue, wallMs);
		const fromMs = from(nowMs, openingHours ?? undefined);
		const tally = queue.tallies.sum(fromMs, nowMs + MINUTE_MS);
		addTally(total, tally);
		const ofChannel = byChannel.get(channel) ?? { tally: emptyTally(), skills: new Set() };
		byChannel.set(channel, ofChannel);
		addTally(ofChannel.tally, tally);
		if (skillId) ofChannel.skills.add(skillId);
		const serves = ({ config }: AgentLive): boolean => skillId !== null && config.skills.includes(skillId);
		answer.queues[id] = { fromMs, ...numbers(tally, variant, serves) };
	}
	for (const [channel, { tally, skills }] of byChannel)
		answer.channels[channel as keyof typeof answer.channels] = numbers(tally, 'of-offered', ({ config }) =>
			config.skills.some((skill) => skills.has(skill))
		);
	const siteNow = wallMs + clock.offsetMs;
	for (const [team, tallies] of state.teams)
		answer.teams[team] = numbers(
			tallies.sum(from(siteNow), siteNow + MINUTE_MS),
			'of-answered',
			({ config }) => config.team === team
		);
	answer.site = numbers(total, 'of-offered', () => true);
	return answer;
}
