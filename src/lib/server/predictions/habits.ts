import { setImmediate } from 'node:timers/promises';
import type { AgentState } from '#lib/contracts/terms.ts';
import { queueNow, type LiveState, type Visit } from '../live/index.ts';

const HOUR_MS = 3_600_000;
/** What counts as usual, and as of late. */
const USUAL_MS = 24 * HOUR_MS;
const RECENT_MS = HOUR_MS;
const PAUSES_MS = 4 * HOUR_MS;
/** After-contact work is told some time after the talk: a visit that has just ended may still lack it. */
const SETTLED_MS = 2 * 60_000;
/** An answer within this came as fast as a phone can ring. */
const RINGING_MS = 10_000;
const A_SLICE = 5_000;

/** How a queue's contacts of the last day were. */
export interface QueueHabits {
	usual: Sums;
	/** Those whose handling ended within the last hour. */
	recent: Sums;
	wrapMs: number;
	/** Time in line, and how many left it unanswered. */
	waitMs: number;
	abandoned: number;
	flowedOut: number;
	/** Answered about as soon as possible. */
	rings: number;
	ringMs: number;
}

export interface Sums {
	count: number;
	ms: number;
	/** Of the logs of the seconds. */
	log: number;
	logSquare: number;
}

export type Pause = 'break' | 'lunch' | 'training' | 'meeting';
const PAUSES = new Set<AgentState>(['break', 'lunch', 'training', 'meeting']);
const SERVING = new Set<AgentState>(['available', 'offered', 'handling', 'wrap']);

export interface Habits {
	queues: Map<string, QueueHabits>;
	/** Of all agents in the last hours. */
	servingMs: number;
	pauses: Record<Pause, { begun: number; ended: number; endedMs: number }>;
}

const noSums = (): Sums => ({ count: 0, ms: 0, log: 0, logSquare: 0 });

export const noHabits = (): Habits => ({
	queues: new Map(),
	servingMs: 0,
	pauses: {
		break: { begun: 0, ended: 0, endedMs: 0 },
		lunch: { begun: 0, ended: 0, endedMs: 0 },
		training: { begun: 0, ended: 0, endedMs: 0 },
		meeting: { begun: 0, ended: 0, endedMs: 0 }
	}
});

/** What memory tells of handle times, patience and pauses. Goes over all contacts in slices: requests come between. */
export async function learnHabits(state: LiveState, wallMs: number): Promise<Habits> {
	const habits = noHabits();
	const nowOf = new Map<string, number>();
	for (const [id, queue] of state.queues) nowOf.set(id, queueNow(state, queue, wallMs));
	let seen = 0;
	for (const { fold } of state.contacts.values()) {
		if (++seen % A_SLICE === 0) await setImmediate();
		for (const visit of fold.visits) addVisit(habits, visit, nowOf.get(visit.queue) ?? wallMs);
	}
	for (const { fold, source } of state.agents.values()) {
		if (++seen % 200 === 0) await setImmediate();
		const nowMs = wallMs + ((source && state.sources.get(source)?.offsetMs(wallMs)) || 0);
		const fromMs = nowMs - PAUSES_MS;
		for (const { state: kind, fromAt, toAt } of fold.spans(fromMs)) {
			if (SERVING.has(kind))
				habits.servingMs += Math.max(0, Math.min(toAt ?? nowMs, nowMs) - Math.max(fromAt, fromMs));
			if (!PAUSES.has(kind) || fromAt < fromMs) continue;
			const pause = habits.pauses[kind as Pause];
			pause.begun++;
			if (toAt === null) continue;
			pause.ended++;
			pause.endedMs += toAt - fromAt;
		}
	}
	return habits;
}

function addVisit({ queues }: Habits, visit: Visit, nowMs: number): void {
	if (visit.leftAt === null || visit.enteredAt < nowMs - USUAL_MS) return;
	let habits = queues.get(visit.queue);
	if (!habits)
		queues.set(
			visit.queue,
			(habits = {
				usual: noSums(),
				recent: noSums(),
				wrapMs: 0,
				waitMs: 0,
				abandoned: 0,
				flowedOut: 0,
				rings: 0,
				ringMs: 0
			})
		);
	const waitMs = visit.leftAt - visit.enteredAt;
	habits.waitMs += waitMs;
	if (visit.outcome === 'abandoned') habits.abandoned++;
	else if (visit.outcome === 'flowed-out') habits.flowedOut++;
	else if (waitMs <= RINGING_MS) {
		habits.rings++;
		habits.ringMs += waitMs;
	}
	const { handledUntil, talkMs, holdMs, wrapMs } = visit;
	if (handledUntil === null || handledUntil > nowMs - SETTLED_MS) return;
	const ms = talkMs + holdMs + wrapMs;
	if (ms <= 0) return;
	add(habits.usual, ms);
	habits.wrapMs += wrapMs;
	if (handledUntil > nowMs - RECENT_MS) add(habits.recent, ms);
}

function add(sums: Sums, ms: number): void {
	const log = Math.log(ms / 1000);
	sums.count++;
	sums.ms += ms;
	sums.log += log;
	sums.logSquare += log * log;
}
