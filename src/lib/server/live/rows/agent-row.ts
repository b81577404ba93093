import type { AgentRow, StateCounts } from '#lib/contracts/live.ts';
import type { AgentState } from '#lib/contracts/terms.ts';
import type { AgentLive } from '../live-state.ts';
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

export function occupancy(seconds: Partial<Record<AgentState, number>>): number | null {
	const handling = (seconds.handling ?? 0) + (seconds.wrap ?? 0);
	const total = handling + (seconds.available ?? 0) + (seconds.offered ?? 0);
	return total > 0 ? handling / total : null;
}

export function agentRow(agent: AgentLive, nowMs: number, wallMs: number, dayStartMs: number): AgentRow {
	const { config, fold, handling } = agent;
	const current = agentState(agent, nowMs);
	return {
		id: config.id,
		name: config.name,
		team: config.team,
		isDemo: config.isDemo,
		state: current?.state ?? null,
		reason: current?.reason ?? null,
		since: current?.since ?? null,
		contacts: [...handling].map((contact) => ({
			id: contact.id,
			queue: contact.handling!.visit.queue,
			since: contact.handling!.since,
			onHold: contact.handling!.heldSince !== null
		})),
		skills: config.skills,
		clockOffsetMs: nowMs - wallMs,
		occupancy: roundShare(occupancy(fold.secondsToday(dayStartMs, nowMs)))
	};
}

/** To a thousandth: finer changes would send the row every second and show nothing. */
const roundShare = (share: number | null): number | null =>
	share === null ? null : Math.round(share * 1000) / 1000;

export function countStates(agents: Iterable<AgentRow>): StateCounts {
	const counts: StateCounts = {};
	for (const { state } of agents) counts[state ?? 'unknown'] = (counts[state ?? 'unknown'] ?? 0) + 1;
	return counts;
}
