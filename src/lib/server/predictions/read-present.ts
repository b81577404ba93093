import { TZDate } from '@date-fns/tz';
import type { AgentRow } from '#lib/contracts/live.ts';
import {
	arrivalLevel,
	HORIZON_SECONDS,
	STEP_SECONDS,
	STEPS,
	WINDOW_STEPS,
	type LevelPrior,
	type PresentAgent,
	type PresentFloor,
	type PresentQueue,
	type StepCounts
} from '#solver/prediction/index.ts';
import type { OpeningHours } from '../db/schema/sites.ts';
import { isLost, queueNow, type LiveState, type QueueState } from '../live/index.ts';
import { agentChanges, isPause, pauseSeconds } from './agent-changes.ts';
import type { Habits, Pause } from './habits.ts';
import { expectedWithin, type KnownAhead } from './known-ahead.ts';
import { handleTime, patience, ringSeconds } from './queue-figures.ts';

const MINUTE_MS = 60_000;
const STEP_MS = STEP_SECONDS * 1000;
const SERVING = new Set<string | null>(['available', 'offered', 'handling', 'wrap']);
/** The level of arrivals is read from so many steps. */
const LEVEL_STEPS = 24;
/**
 * How levels behave, as is assumed of any floor: a forecast is off by a tenth, at times far more, and what is going on
 * lasts for two hours or so. Found on days that no benchmark scores, and flat about these.
 */
export const LEVEL: LevelPrior = { usualSpread: 0.1, unusualShare: 0.3, unusualSpread: 0.5, lastsSteps: 24 };
/** Without an expectation: the weight of the latest two hours' mean, in steps. */
const FLAT = { keep: 0.8, shape: 1.5 };

/**
 * The floor as the live state knows it, laid out for the solver: nothing of the future but the forecast and the
 * published roster is in it.
 *
 * @param wallMs each queue's own time is told from its source's clock
 */
export function readPresent(
	state: LiveState,
	rows: readonly AgentRow[],
	{ habits, known }: { habits: Habits; known: KnownAhead },
	wallMs: number
): PresentFloor {
	const queues: PresentQueue[] = [];
	const placeOf = new Map<string, number>();
	const bySkill = new Map<string, number[]>();
	const local = localMoments(state.config.site.timeZone);
	for (const [id, queue] of state.queues) {
		const { skillId } = queue.config;
		const place = queues.length;
		placeOf.set(id, place);
		if (skillId) bySkill.set(skillId, [...(bySkill.get(skillId) ?? []), place]);
		queues.push(presentQueue(state, queue, { habits, known, local }, wallMs));
	}
	return {
		queues,
		agents: rows.map((row) => presentAgent(row, { placeOf, bySkill, habits, known, wallMs }))
	};
}

function presentQueue(
	state: LiveState,
	queue: QueueState,
	{ habits, known, local }: { habits: Habits; known: KnownAhead; local: (ms: number) => LocalMoment },
	wallMs: number
): PresentQueue {
	const { config, waiting } = queue;
	const { id, channel } = config;
	const nowMs = queueNow(state, queue, wallMs);
	const own = habits.queues.get(id);
	const terms = known.queues.get(id);
	const spans = known.expected.get(id);
	const planned = spans?.find(({ fromMs, toMs }) => fromMs <= nowMs && toMs > nowMs)?.ahtSeconds ?? null;
	const minuteMs = Math.floor(nowMs / MINUTE_MS) * MINUTE_MS;
	const past = Array.from({ length: LEVEL_STEPS }, (_, j) =>
		stepCounts(queue, minuteMs - (j + 1) * STEP_MS, j === 0 ? nowMs + MINUTE_MS : minuteMs - j * STEP_MS)
	);
	const hours = config.openingHours ?? state.config.site.openingHours ?? [];
	const isOpen = (ms: number) => isOpenAt(hours, local(ms));
	const level = levelAhead(past, nowMs, (fromMs, toMs) => expectedWithin(spans, fromMs, toMs));
	return {
		id,
		thresholdSeconds: config.thresholdSeconds,
		shortAbandonSeconds: config.shortAbandonSeconds,
		targetShare: config.serviceLevelShare,
		priority: Math.max(0.1, terms?.priority ?? 1),
		concurrency: Math.max(1, config.concurrency),
		waitingSeconds: [...waiting].flatMap((fold) =>
			!isLost(fold, nowMs) ? [Math.max(0, (nowMs - fold.waiting!.enteredAt) / 1000)] : []
		),
		arrivals: level.arrivals.map((count, k) => (isOpen(nowMs + (k + 0.5) * STEP_MS) ? count : 0)),
		usualArrivals: level.usual,
		levelShape: level.shape,
		handle: handleTime(own, channel, planned),
		...patience(own, channel, terms?.patienceSeconds ?? null),
		ringSeconds: ringSeconds(own),
		past: past.slice(0, WINDOW_STEPS)
	};
}

/** By minute of entry, as the floor counts. */
function stepCounts({ tallies }: QueueState, fromMs: number, toMs: number): StepCounts {
	const counts: StepCounts = {
		offered: 0,
		answered: 0,
		abandoned: 0,
		answeredInThreshold: 0,
		abandonedInThreshold: 0,
		shortAbandoned: 0
	};
	for (let at = fromMs; at < toMs; at += MINUTE_MS) {
		const minute = tallies.minute(at);
		if (!minute) continue;
		counts.offered += minute.offered;
		counts.answered += minute.answered;
		counts.abandoned += minute.abandoned;
		counts.answeredInThreshold += minute.answeredInThreshold;
		counts.abandonedInThreshold += minute.abandonedInThreshold;
		counts.shortAbandoned += minute.shortAbandoned;
	}
	return counts;
}

/** Arrivals of the steps to come: what is expected, at the level of what came; without an expectation, as of late. */
export function levelAhead(
	past: readonly { offered: number }[],
	nowMs: number,
	expected: (fromMs: number, toMs: number) => number | null
): { arrivals: number[]; usual: number[] | null; shape: number } {
	const ahead = Array.from({ length: STEPS }, (_, k) =>
		expected(nowMs + k * STEP_MS, nowMs + (k + 1) * STEP_MS)
	);
	if (ahead.every((count): count is number => count !== null)) {
		const steps = past
			.flatMap(({ offered }, j) => {
				const usual = expected(nowMs - (j + 1) * STEP_MS, nowMs - j * STEP_MS);
				return usual === null ? [] : [{ observed: offered, expected: usual }];
			})
			.reverse();
		const level = arrivalLevel(steps, LEVEL, STEPS);
		return { arrivals: ahead.map((count, k) => count * level.ahead[k]!), usual: ahead, shape: level.shape };
	}
	let [weight, sum] = [0, FLAT.shape];
	past.forEach(({ offered }, j) => {
		weight += FLAT.keep ** j;
		sum += offered * FLAT.keep ** j;
	});
	// With few contacts the little that is assumed must not be taken for arrivals.
	const mean = (sum - FLAT.shape) / weight;
	return { arrivals: new Array<number>(STEPS).fill(mean), usual: null, shape: sum };
}

interface LocalMoment {
	weekday: number;
	minute: number;
}

/** Without hours a queue always takes contacts. */
const isOpenAt = (hours: OpeningHours, { weekday, minute }: LocalMoment): boolean =>
	hours.length === 0 ||
	hours.some((span) => span.weekday === weekday && minute >= span.fromMinute && minute < span.toMinute);

/** Local time of an instant; asked by every queue for the same few. */
function localMoments(timeZone: string): (ms: number) => LocalMoment {
	const known = new Map<number, LocalMoment>();
	return (ms) => {
		let moment = known.get(ms);
		if (!moment) {
			const at = new TZDate(ms, timeZone);
			moment = { weekday: (at.getDay() + 6) % 7, minute: at.getHours() * 60 + at.getMinutes() };
			known.set(ms, moment);
		}
		return moment;
	};
}

function presentAgent(
	row: AgentRow,
	floor: {
		placeOf: ReadonlyMap<string, number>;
		bySkill: ReadonlyMap<string, readonly number[]>;
		habits: Habits;
		known: KnownAhead;
		wallMs: number;
	}
): PresentAgent {
	const { placeOf, bySkill, habits, known, wallMs } = floor;
	const nowMs = wallMs + row.clockOffsetMs;
	const queues = row.assigned
		? row.assigned.flatMap((id) => placeOf.get(id) ?? [])
		: [...new Set(row.skills.flatMap((skill) => bySkill.get(skill) ?? []))];
	const isServing = SERVING.has(row.state);
	const age = (since: number | null) => Math.max(0, (nowMs - (since ?? nowMs)) / 1000);
	const contacts = row.contacts.flatMap(({ queue, since }) => {
		const place = placeOf.get(queue);
		return place === undefined ? [] : [{ queue: place, elapsedSeconds: age(since), isWrapping: false }];
	});
	// After-contact work, or a contact that only the agent's state tells of.
	const isWrapping = row.state === 'wrap';
	if ((isWrapping || row.state === 'handling') && contacts.length === 0 && queues.length > 0)
		contacts.push({ queue: queues[0]!, elapsedSeconds: age(row.since), isWrapping });
	const shifts = known.shifts.get(row.id);
	const changes = agentChanges({
		state: row.state,
		sinceMs: row.since,
		isServing,
		shifts,
		habits,
		nowMs,
		horizonMs: HORIZON_SECONDS * 1000
	});
	return { queues, isServing, contacts, changes, pauses: isServing && !shifts ? pausesOf(habits) : null };
}

/** Those of whom no plan is known go on pauses as all have of late. */
function pausesOf(habits: Habits): PresentAgent['pauses'] {
	const { pauses, servingMs } = habits;
	const kinds = (Object.keys(pauses) as Pause[]).filter((kind) => isPause(kind));
	const begun = kinds.reduce((sum, kind) => sum + pauses[kind].begun, 0);
	if (begun === 0 || servingMs === 0) return null;
	const seconds = kinds.reduce((sum, kind) => sum + pauses[kind].begun * pauseSeconds(habits, kind), 0);
	return { perHour: begun / (servingMs / 3_600_000), meanSeconds: seconds / begun };
}
