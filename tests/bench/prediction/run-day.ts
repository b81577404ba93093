import { serviceLevel } from '#lib/contracts/service-level.ts';
import { FloorFeed, LiveState } from '#lib/server/live/index.ts';
import {
	foreseeQueues,
	learnHabits,
	noHabits,
	readPresent,
	type QueueOutlook
} from '#lib/server/predictions/index.ts';
import { runFloor, type Scenario } from '#solver/simulation/index.ts';
import type { BenchFloor } from './floors.ts';
import { knownOf } from './known-of.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Levels are read at each of these, forecasts made at every other. */
export const TICK_MS = 5 * MINUTE_MS;
const FORECAST_EVERY = 3;
const LEARN_EVERY = 6;
/** The day begins early enough for handle times and levels to be known when it is first scored. */
const FIRST_HOUR = 5;
const [FROM_HOUR, TO_HOUR] = [8, 21];

/** What the floor showed of a queue, tick by tick, and what was foreseen at some of the ticks. */
export interface QueueDay {
	floor: string;
	queue: string;
	target: number;
	/** Service level of the last half hour; by tick. */
	levels: (number | null)[];
	/** Of the day up to then. */
	dayLevels: (number | null)[];
	waiting: number[];
	outlooks: (QueueOutlook | null)[];
}

export function configOf({ queues, agents }: Scenario): LiveState['config'] {
	return {
		site: { id: 'main', name: 'Bench', timeZone: 'UTC' },
		queues: queues.map((queue) => ({
			id: queue.id,
			name: queue.id,
			channel: queue.channel,
			skillId: `${queue.skill} ${queue.language}`,
			variant: 'of-offered',
			serviceLevelShare: queue.serviceLevel.share,
			thresholdSeconds: queue.serviceLevel.thresholdSeconds,
			shortAbandonSeconds: 5,
			concurrency: queue.concurrency,
			isDemo: false,
			isDiscovered: false
		})),
		agents: agents.map(({ id, skills, languages }) => ({
			id,
			name: id,
			team: null,
			assigned: null,
			skills: [
				...new Set(
					queues.flatMap(({ skill, language }) =>
						skills.some((one) => one.skill === skill) && (!languages || languages.includes(language))
							? [`${skill} ${language}`]
							: []
					)
				)
			],
			isDemo: false
		}))
	};
}

/** A day of a floor through the live engine, with forecasts made from what it knew at each moment. */
export async function runDay(
	bench: BenchFloor,
	seed: number
): Promise<{ days: QueueDay[]; forecastMs: number }> {
	const { scenario } = bench;
	const dayMs = Date.UTC(2026, 2, 2 + (seed % 5));
	const known = knownOf(bench, dayMs, seed % 5);
	const state = new LiveState(configOf(scenario), () => null);
	const feed = new FloorFeed(state, 'bench');
	const events = runFloor(scenario, {
		seed,
		startMs: dayMs + FIRST_HOUR * HOUR_MS,
		endMs: dayMs + (TO_HOUR + 1.2) * HOUR_MS,
		utcOffsetSecondsAt: () => 0,
		messages: false
	});
	// A queue of letters whose threshold is hours away has nothing to foresee within one.
	const scored = scenario.queues.filter(({ serviceLevel: { thresholdSeconds } }) => thresholdSeconds < 3600);
	const days = scored.map(({ id, serviceLevel: { share } }): QueueDay => ({
		floor: bench.name,
		queue: id,
		target: share,
		levels: [],
		dayLevels: [],
		waiting: [],
		outlooks: []
	}));
	let seq = 0;
	let forecastMs = 0;
	let habits = noHabits();
	let next = events.next();
	for (let tick = 0; ; tick++) {
		const nowMs = dayMs + FROM_HOUR * HOUR_MS + tick * TICK_MS;
		if (nowMs > dayMs + (TO_HOUR + 1) * HOUR_MS) break;
		const batch = [];
		for (; !next.done && next.value.atMs < nowMs; next = events.next()) {
			const { type, atMs, data } = next.value;
			batch.push({ seq: ++seq, source: 'bench', id: String(seq), type, at: atMs, data });
		}
		state.apply(batch, nowMs);
		const levels = scenario.queues.map(({ id }) => {
			const { tallies, config } = state.queues.get(id)!;
			return serviceLevel(config.variant, tallies.sum(nowMs - 30 * MINUTE_MS, nowMs));
		});
		for (const day of days) {
			const { tallies, config, waiting } = state.queues.get(day.queue)!;
			day.levels.push(levels[scenario.queues.findIndex(({ id }) => id === day.queue)]!);
			day.dayLevels.push(serviceLevel(config.variant, tallies.sum(dayMs, nowMs)));
			day.waiting.push(waiting.size);
			day.outlooks.push(null);
		}
		if (tick % FORECAST_EVERY !== 0 || nowMs > dayMs + TO_HOUR * HOUR_MS) continue;
		feed.tick(nowMs);
		if (tick % LEARN_EVERY === 0) habits = await learnHabits(state, nowMs);
		const before = process.cpuUsage();
		const floor = readPresent(state, feed.agentRows(nowMs), { habits, known }, nowMs);
		const outlooks = foreseeQueues({
			floor,
			variants: floor.queues.map(() => 'of-offered' as const),
			levels
		});
		forecastMs += process.cpuUsage(before).user / 1000;
		for (const day of days) day.outlooks[tick] = outlooks.find(({ id }) => id === day.queue)!;
	}
	return { days, forecastMs };
}
