import type { AgentRow, StateCounts } from '#lib/contracts/live.ts';
import type { AgentState } from '#lib/contracts/terms.ts';
import type { AgentLive } from '../live-parts.ts';
import { REPLAY_LAG_MS } from '../source-clock.ts';

/** An agent's state: what its source last said (a word dated ahead waits for its time), or `handling` where only contacts tell of it. */
export function agentState(
	{ fold, handling }: AgentLive,
	nowMs: number
): { state: AgentState; reason: string | null; since: number } | null {
	const told = fold.stateAt(nowMs + REPLAY_LAG_MS);
	if (told) return told;
	let since = Infinity;
	for (const contact of handling) since = Math.min(since, contact.handling!.since);
	return since < Infinity ? { state: 'handling', reason: null, since } : null;
}

/** Seconds with contacts and their after-work, and those on duty at all: breaks don't count. */
export function dutySeconds(seconds: Partial<Record<AgentState, number>>): { busy: number; onDuty: number } {
	const busy = (seconds.handling ?? 0) + (seconds.wrap ?? 0);
	return { busy, onDuty: busy + (seconds.available ?? 0) + (seconds.offered ?? 0) };
}

export function occupancy(seconds: Partial<Record<AgentState, number>>): number | null {
	const { busy, onDuty } = dutySeconds(seconds);
	return onDuty > 0 ? busy / onDuty : null;
}

/** An agent's row, and the seconds of today that its occupancy is made of. */
export interface AgentReading {
	row: AgentRow;
	busy: number;
	onDuty: number;
}

export function readAgent(
	agent: AgentLive,
	nowMs: number,
	wallMs: number,
	dayStartMs: number,
	moodOf: (contact: string) => number | null
): AgentReading {
	const { config, fold, handling } = agent;
	const current = agentState(agent, nowMs);
	const { busy, onDuty } = dutySeconds(fold.secondsToday(dayStartMs, nowMs));
	const row: AgentRow = {
		id: config.id,
		name: config.name,
		team: config.team,
		isDemo: config.isDemo,
		state: current?.state ?? null,
		reason: current?.reason ?? null,
		since: current?.since ?? null,
		contacts: [],
		skills: config.skills,
		assigned: config.assigned,
		clockOffsetMs: nowMs - wallMs,
		occupancy: roundShare(onDuty > 0 ? busy / onDuty : null)
	};
	for (const { id, handling: now } of handling)
		row.contacts.push({
			id,
			queue: now!.visit.queue,
			since: now!.since,
			onHold: now!.heldSince !== null,
			mood: roundTenth(moodOf(id))
		});
	// The set's own order is that in which events came.
	if (row.contacts.length > 1)
		row.contacts.sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
	return { row, busy, onDuty };
}

/** To a thousandth: finer changes would send the row every second and show nothing. */
export const roundShare = (share: number | null): number | null =>
	share === null ? null : Math.round(share * 1000) / 1000;

/** To a tenth: as fine as the drawing of a mood is read. */
const roundTenth = (score: number | null): number | null =>
	score === null ? null : Math.round(score * 10) / 10;

export function countStates(agents: Iterable<AgentRow>): StateCounts {
	const counts: StateCounts = {};
	for (const { state } of agents) counts[state ?? 'unknown'] = (counts[state ?? 'unknown'] ?? 0) + 1;
	return counts;
}
