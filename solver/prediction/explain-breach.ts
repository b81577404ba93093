import { STEP_SECONDS, STEPS } from './horizon.ts';
import type { PresentAgent, PresentFloor, PresentQueue } from './present.ts';

/** Why a queue misses its target, with the numbers that say so. */
export type BreachCause =
	/** `agents` = the part of all who can serve it that its work has of them, by load. */
	| { kind: 'load'; perHour: number; carriesPerHour: number; agents: number }
	| { kind: 'surge'; perHour: number; usualPerHour: number }
	| { kind: 'leaving'; agents: number; reason: string; inSeconds: number }
	| { kind: 'backlog'; waiting: number }
	| { kind: 'handle-time'; ahtSeconds: number; usualSeconds: number }
	| { kind: 'nobody' };

/** Arrivals this far over the usual are a surge, when chance alone would not bring them. */
const SURGE = 1.15;
const SURGE_DEVIATIONS = 2;
const LONGER = 1.12;
const MOST_CAUSES = 3;
/** Where fewer stand out, work and agents are compared besides. */
const ENOUGH_CAUSES = 2;
/** What happens so long after the target is first missed is no cause of it. */
const AFTER_SECONDS = STEP_SECONDS;

/**
 * What stands behind a foreseen breach: the strongest causes first, three at most; never none, since the plain
 * comparison of work and agents is said where nothing stands out.
 *
 * @param inSeconds when the target is first missed; 0 when it is missed now
 */
export function explainBreach(floor: PresentFloor, place: number, inSeconds: number): BreachCause[] {
	const queue = floor.queues[place]!;
	const able = floor.agents.filter(({ queues }) => queues.includes(place));
	const until = Math.min(STEPS * STEP_SECONDS, inSeconds + AFTER_SECONDS);
	const serving = able.filter((agent) => servesAt(agent, until)).length;
	if (!able.some((agent) => agent.isServing) && serving === 0) return [{ kind: 'nobody' }];

	const perHour = arrivalsPerHour(queue.arrivals, until);
	const agents = able.reduce(
		(sum, agent) => sum + (servesAt(agent, until) ? shareOf(floor, agent, place) : 0),
		0
	);
	const { meanSeconds, usualSeconds } = queue.handle;
	const carriesPerHour = (agents * queue.concurrency * 3600) / meanSeconds;
	const load: BreachCause = { kind: 'load', perHour, carriesPerHour, agents };
	const found: { strength: number; cause: BreachCause }[] = [];
	if (perHour > carriesPerHour)
		found.push({ strength: perHour / Math.max(carriesPerHour, perHour / 10) - 1, cause: load });
	found.push(...leaving(able, until));
	found.push(...backlog(queue, agents));
	if (queue.usualArrivals) {
		const usualPerHour = arrivalsPerHour(queue.usualArrivals, until);
		if (perHour > SURGE * usualPerHour && perHour - usualPerHour > SURGE_DEVIATIONS * Math.sqrt(usualPerHour))
			found.push({
				strength: perHour / Math.max(usualPerHour, perHour / 10) - 1,
				cause: { kind: 'surge', perHour, usualPerHour }
			});
	}
	if (usualSeconds !== null && meanSeconds > LONGER * usualSeconds)
		found.push({
			strength: meanSeconds / usualSeconds - 1,
			cause: { kind: 'handle-time', ahtSeconds: meanSeconds, usualSeconds }
		});
	const causes = found
		.sort((a, b) => b.strength - a.strength)
		.slice(0, MOST_CAUSES)
		.map(({ cause }) => cause);
	return causes.length >= ENOUGH_CAUSES || causes.includes(load) ? causes : [...causes, load];
}

/** Over the steps up to then, an hour's worth. */
function arrivalsPerHour(arrivals: readonly number[], untilSeconds: number): number {
	const steps = Math.max(1, Math.min(arrivals.length, Math.ceil(untilSeconds / STEP_SECONDS)));
	const sum = arrivals.slice(0, steps).reduce((total, one) => total + one, 0);
	return (sum / steps) * (3600 / STEP_SECONDS);
}

function servesAt({ isServing, changes }: PresentAgent, seconds: number): boolean {
	const last = changes.findLast(({ inSeconds }) => inSeconds <= seconds);
	return last ? last.isServing : isServing;
}

/** Of an agent who serves several queues, each has the part that its load is of theirs. */
function shareOf({ queues }: PresentFloor, { queues: served }: PresentAgent, place: number): number {
	const load = (q: number) => {
		const { arrivals, handle, concurrency } = queues[q]!;
		return (arrivals.reduce((sum, one) => sum + one, 0) * handle.meanSeconds) / concurrency;
	};
	const total = served.reduce((sum, q) => sum + load(q), 0);
	return total > 0 ? load(place) / total : 1 / served.length;
}

/** Who serves now and will not, less those who come back: only where fewer are left. */
function leaving(able: readonly PresentAgent[], until: number): { strength: number; cause: BreachCause }[] {
	const now = able.filter(({ isServing }) => isServing).length;
	const then = able.filter((agent) => servesAt(agent, until)).length;
	if (then >= now) return [];
	const byReason = new Map<string, { agents: number; inSeconds: number }>();
	for (const agent of able) {
		if (!agent.isServing || servesAt(agent, until)) continue;
		const change = agent.changes.find(({ isServing }) => !isServing)!;
		const known = byReason.get(change.reason) ?? { agents: 0, inSeconds: Infinity };
		byReason.set(change.reason, {
			agents: known.agents + 1,
			inSeconds: Math.min(known.inSeconds, change.inSeconds)
		});
	}
	return [...byReason].map(([reason, { agents, inSeconds }]) => ({
		strength: agents / now,
		cause: { kind: 'leaving', reason, agents, inSeconds }
	}));
}

/** More wait than the agents take within the threshold. */
function backlog(queue: PresentQueue, agents: number): { strength: number; cause: BreachCause }[] {
	const waiting = queue.waitingSeconds.length;
	const inThreshold = (agents * queue.concurrency * queue.thresholdSeconds) / queue.handle.meanSeconds;
	if (waiting < 2 || waiting <= inThreshold) return [];
	return [
		{ strength: waiting / Math.max(1, agents * queue.concurrency), cause: { kind: 'backlog', waiting } }
	];
}
