import type { LoggedEvent } from '#lib/contracts/events.ts';
import { FloorFeed, LiveState } from '#lib/server/live/index.ts';
import { learnHabits, readPresent, type ForeseeRequest } from '#lib/server/predictions/index.ts';
import { busyConfig, busyFloor } from '../../support/busy-floor.ts';

const NOW = Date.UTC(2026, 10, 24, 12);
const EVENTS_PER_QUEUE = 350;
const AGENTS_PER_QUEUE = 5;
const READINGS = 10;

/** Queues with five agents and 60 contacts an hour each, after such an hour; a third of the agents serve two queues, parts of ten belong together. */
export async function manyQueues(queues: number): Promise<{ request: ForeseeRequest; readMs: number }> {
	const size = { queues, agents: queues * AGENTS_PER_QUEUE };
	const config = busyConfig(size);
	config.queues = config.queues.map((queue) => ({ ...queue, skillId: queue.id }));
	config.agents = config.agents.map((agent, i) => {
		const queue = i % queues;
		const next = queue % 10 === 9 ? queue : queue + 1;
		return { ...agent, skills: i % 3 === 0 && next !== queue ? [`q${queue}`, `q${next}`] : [`q${queue}`] };
	});
	const state = new LiveState(config, () => null);
	const events = busyFloor(EVENTS_PER_QUEUE * queues, NOW, 3_600_000, size).map((event, i): LoggedEvent => ({
		...event,
		seq: i + 1
	}));
	for (let from = 0; from < events.length; from += 1_000) {
		const batch = events.slice(from, from + 1_000);
		state.apply(batch, Math.min(NOW, batch.at(-1)!.at));
	}
	const feed = new FloorFeed(state, 'bench');
	const habits = await learnHabits(state, NOW);
	const known = { queues: new Map(), expected: new Map(), shifts: new Map() };
	const read = () => readPresent(state, feed.agentRows(NOW), { habits, known }, NOW);
	read();
	const before = process.cpuUsage();
	for (let i = 0; i < READINGS; i++) structuredClone(read());
	const { user, system } = process.cpuUsage(before);
	const floor = read();
	return {
		request: {
			floor,
			variants: floor.queues.map(() => 'of-offered' as const),
			levels: floor.queues.map(() => 0.8)
		},
		readMs: (user + system) / 1000 / READINGS
	};
}
