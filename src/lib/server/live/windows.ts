import {
	WINDOWS,
	type FloorWindow,
	type FloorWindows,
	type WindowName,
	type WindowNumbers
} from '#lib/contracts/live.ts';
import type { Channel, ServiceLevelVariant } from '#lib/contracts/terms.ts';
import type { Scope } from '../context.ts';
import { queueNow } from './floor.ts';
import { floorClock } from './floor-clock.ts';
import { addTally, emptyTally, type Tally } from './fold/queue-tally.ts';
import { KEPT_MS, type LiveState } from './live-state.ts';
import { periodNumbers } from './numbers.ts';
import { openingOf } from './opening.ts';
import { WindowDuty, type Duty } from './window-duty.ts';

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
const SLIDING_MS = { '15m': QUARTER_MS, '30m': 2 * QUARTER_MS, '60m': 4 * QUARTER_MS } as const;

/** A window that cannot be counted. */
export class InvalidWindow extends Error {
	readonly status = 400;
}

/** Reads "15m", "30m", "60m", "opening" or an instant, which is taken at the quarter of an hour it lies in. */
export function parseWindow(text: string | null, wallMs: number): FloorWindow {
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

/** The window's name in addresses and among readers; parseWindow() reads it. */
export const windowKey = (window: FloorWindow): string =>
	typeof window === 'object' ? new Date(window.fromMs).toISOString() : window;

/** Where the window begins at `nowMs`. */
function beginOf(
	state: LiveState,
	window: FloorWindow,
	nowMs: number,
	hours = state.config.site.openingHours ?? []
): number {
	if (typeof window === 'object') return window.fromMs;
	if (window === 'opening') return openingOf(nowMs, state.config.site.timeZone, hours);
	return Math.floor(nowMs / MINUTE_MS) * MINUTE_MS - SLIDING_MS[window];
}

/** What the window's agents did; counted apart, for it costs more than all the rest. */
export const readDuty = (state: LiveState, window: FloorWindow, wallMs: number, scope?: Scope): WindowDuty =>
	new WindowDuty(state, floorClock(state, wallMs), (nowMs) => beginOf(state, window, nowMs), scope);

/** Duty as a part of the centre is told of it: a queue's is of all who serve it, the rest of the part's own agents. */
export interface PartDuty {
	ofQueues: WindowDuty;
	ofPart: WindowDuty;
}

function numbersOf(tally: Tally, variant: ServiceLevelVariant, { busyMs, idleMs }: Duty): WindowNumbers {
	const onDutyMs = busyMs + idleMs;
	return {
		...periodNumbers(tally, variant),
		occupancy: onDutyMs > 0 ? busyMs / onDutyMs : null,
		busySeconds: Math.round(busyMs / 1000),
		idleSeconds: Math.round(idleMs / 1000)
	};
}

/**
 * The numbers of each queue, channel, team and the site over a window, by the counting of the floor and of the intervals.
 *
 * @param scope the part that is seen, whose totals are of its own queues; null: everything
 */
export function readWindows(
	state: LiveState,
	window: FloorWindow,
	wallMs: number,
	scope: Scope | null = null,
	{ ofQueues, ofPart }: PartDuty = readDuties(state, window, wallMs, scope)
): FloorWindows {
	const clock = floorClock(state, wallMs);
	const siteNow = wallMs + clock.offsetMs;
	const total = emptyTally();
	const byChannel = new Map<Channel, Tally>();
	const queues: FloorWindows['queues'] = {};
	const begins = new Map<string, number>();
	for (const [id, queue] of state.queues) {
		if (scope && !scope.queues.has(id)) continue;
		const { channel, variant, openingHours } = queue.config;
		const nowMs = queueNow(state, queue, wallMs);
		const place = openingHours ? id : String(nowMs);
		let fromMs = begins.get(place);
		if (fromMs === undefined)
			begins.set(place, (fromMs = beginOf(state, window, nowMs, openingHours ?? undefined)));
		const tally = queue.tallies.sum(fromMs, nowMs + MINUTE_MS);
		addTally(total, tally);
		let ofChannel = byChannel.get(channel);
		if (!ofChannel) byChannel.set(channel, (ofChannel = emptyTally()));
		addTally(ofChannel, tally);
		queues[id] = { fromMs, ...numbersOf(tally, variant, ofQueues.ofQueue(queue.config)) };
	}
	const channels: FloorWindows['channels'] = {};
	for (const [channel, tally] of byChannel)
		channels[channel] = numbersOf(tally, 'of-offered', ofPart.ofChannel(channel));
	const fromMs = beginOf(state, window, siteNow);
	const teams: FloorWindows['teams'] = {};
	const led = scope && teamsOf(state, scope);
	for (const [team, tallies] of state.teams)
		if (!led || led.has(team))
			teams[team] = numbersOf(tallies.sum(fromMs, siteNow + MINUTE_MS), 'of-answered', ofPart.ofTeam(team));
	return {
		window,
		clock,
		fromMs,
		isComplete: !state.isRecalling,
		site: numbersOf(total, 'of-offered', ofPart.site),
		channels,
		queues,
		teams
	};
}

export function readDuties(
	state: LiveState,
	window: FloorWindow,
	wallMs: number,
	scope: Scope | null
): PartDuty {
	const ofQueues = readDuty(state, window, wallMs);
	return { ofQueues, ofPart: scope ? readDuty(state, window, wallMs, scope) : ofQueues };
}

/** Teams whose people are led. */
function teamsOf(state: LiveState, { ledAgents }: Scope): Set<string> {
	const teams = new Set<string>();
	for (const id of ledAgents) {
		const team = state.agents.get(id)?.config.team;
		if (team) teams.add(team);
	}
	return teams;
}
