import type {
	AgentRow,
	FloorClock,
	FloorSnapshot,
	QueueRow,
	SiteRow,
	SourceRow
} from '#lib/contracts/live.ts';
import { dayStart } from './day-start.ts';
import { addTally, emptyTally } from './fold/queue-tally.ts';
import { isLost } from './lost-contact.ts';
import type { LiveState, QueueState } from './live-state.ts';
import { periodNumbers } from './numbers.ts';
import { agentRow, countStates } from './rows/agent-row.ts';
import { botNumbers } from './rows/bot-numbers.ts';
import { queueRow } from './rows/queue-row.ts';
import { queueSeries } from './rows/queue-series.ts';
import { contactMood, sentimentOf } from './rows/sentiment-of.ts';

/** A contact counts for the live mood while its last word is this fresh. */
const MOOD_WINDOW_MS = 15 * 60_000;
export const SERIES_STEPS = 90;

export type Floor = Omit<FloorSnapshot, 'seq' | 'epoch' | 'series'>;

const offsetOf = (state: LiveState, source: string | null, wallMs: number): number =>
	(source && state.sources.get(source)?.offsetMs(wallMs)) || 0;

export const queueNow = (state: LiveState, queue: QueueState, wallMs: number): number =>
	wallMs + offsetOf(state, queue.source, wallMs);

/** The floor's clock: the wall clock as long as any running source is timely, else the latest replayed time. */
export function floorClock(state: LiveState, wallMs: number): FloorClock {
	let lastReceivedAt: number | null = null;
	let isRunning = false;
	let offsetMs = -Infinity;
	for (const clock of state.sources.values()) {
		if (clock.lastReceivedAt > (lastReceivedAt ?? -Infinity)) lastReceivedAt = clock.lastReceivedAt;
		if (clock.isSilent(wallMs)) continue;
		isRunning = true;
		const offset = clock.offsetMs(wallMs);
		offsetMs = offset === 0 || offsetMs === 0 ? 0 : Math.max(offsetMs, offset);
	}
	if (!isRunning) offsetMs = 0;
	const mode = isRunning ? (offsetMs === 0 ? 'live' : 'replaying') : 'silent';
	return {
		mode,
		offsetMs,
		wallMs,
		dayStartMs: dayStart(wallMs + offsetMs, state.config.site.timeZone),
		lastReceivedAt
	};
}

/** Every number of the floor as of now: a pure reading of the state. */
export function readFloor(state: LiveState, wallMs: number): Floor {
	const { timeZone } = state.config.site;
	const clock = floorClock(state, wallMs);
	const dayStarts = new Map<number, number>();
	const dayStartAt = (offset: number): number => {
		let start = dayStarts.get(offset);
		if (start === undefined) dayStarts.set(offset, (start = dayStart(wallMs + offset, timeZone)));
		return start;
	};

	const agents: AgentRow[] = [...state.agents.values()].map((agent) => {
		const offset = offsetOf(state, agent.source, wallMs);
		return agentRow(agent, wallMs + offset, wallMs, dayStartAt(offset));
	});
	const queuesOfSkill = new Map<string, number>();
	for (const { config } of state.queues.values())
		if (config.skillId) queuesOfSkill.set(config.skillId, (queuesOfSkill.get(config.skillId) ?? 0) + 1);
	const bySkill = new Map<string, { row: AgentRow; queueCount: number }[]>();
	for (const row of agents) {
		const queueCount = row.skills.reduce((sum, skill) => sum + (queuesOfSkill.get(skill) ?? 0), 0);
		for (const skill of row.skills) {
			if (!bySkill.has(skill)) bySkill.set(skill, []);
			bySkill.get(skill)!.push({ row, queueCount });
		}
	}

	const { byQueue: moods, all } = readMoods(state, wallMs);
	const total = emptyTally();
	const queues: QueueRow[] = [...state.queues.values()].map((queue) => {
		const nowMs = queueNow(state, queue, wallMs);
		const dayStartMs = dayStartAt(nowMs - wallMs);
		addTally(total, queue.tallies.sum(dayStartMs, nowMs + 60_000));
		const eligible = queue.config.skillId ? (bySkill.get(queue.config.skillId) ?? []) : [];
		return queueRow(queue, { nowMs, wallMs, dayStartMs, eligible, moods: moods.get(queue.config.id) ?? [] });
	});

	const occupied = agents.map((row) => row.occupancy).filter((share) => share !== null);
	const site: SiteRow = {
		waiting: queues.reduce((sum, queue) => sum + queue.waiting, 0),
		oldestEnteredAt: queues.reduce<number | null>(
			(min, { oldestEnteredAt: at }) => (at === null ? min : Math.min(min ?? at, at)),
			null
		),
		handling: queues.reduce((sum, queue) => sum + queue.handling, 0),
		today: periodNumbers(total, 'of-offered'),
		agents: countStates(agents),
		occupancy: occupied.length ? occupied.reduce((a, b) => a + b, 0) / occupied.length : null,
		bots: botNumbers(state, clock),
		sentiment: sentimentOf(all)
	};
	const sources: SourceRow[] = [...state.sources].map(([source, clock]) => ({
		source,
		events: clock.events,
		lastEventAt: clock.lastEventAt,
		lastReceivedAt: clock.lastReceivedAt,
		clockOffsetMs: clock.offsetMs(wallMs),
		isSilent: clock.isSilent(wallMs)
	}));
	return { clock, site, queues, agents, sources };
}

function readMoods(state: LiveState, wallMs: number): { byQueue: Map<string, number[]>; all: number[] } {
	const byQueue = new Map<string, number[]>();
	const all: number[] = [];
	for (const contact of state.contacts.values()) {
		const { fold, scores } = contact;
		if (scores.length === 0) continue;
		const nowMs = wallMs + offsetOf(state, fold.source, wallMs);
		if (fold.lastEventAt < nowMs - MOOD_WINDOW_MS || isLost(fold, nowMs)) continue;
		const mood = contactMood(contact);
		if (mood === null) continue;
		all.push(mood);
		const queue = fold.visits.at(-1)?.queue;
		if (queue) byQueue.set(queue, [...(byQueue.get(queue) ?? []), mood]);
	}
	return { byQueue, all };
}

/** The curves behind each queue. */
export function readSeries(state: LiveState, wallMs: number, steps = SERIES_STEPS): FloorSnapshot['series'] {
	const series: FloorSnapshot['series'] = {};
	for (const [id, queue] of state.queues)
		series[id] = queueSeries(queue, queueNow(state, queue, wallMs), steps);
	return series;
}
