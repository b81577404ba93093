import type { FloorEvent } from './event.ts';
import type { Scenario } from './scenario.ts';

/** METRICS.md's numbers of one queue, or of all, over one run; null where nothing happened to measure. */
export interface FloorMeasures {
	offered: number;
	answered: number;
	abandoned: number;
	flowedOut: number;
	/** Still in line, or with an agent's phone ringing, at the end. */
	waiting: number;
	/** Answered within the threshold over answered and abandoned. */
	serviceLevel: number | null;
	/** Mean queue time of answered contacts. */
	asaSeconds: number | null;
	/** Talk, hold and after-contact work over handled contacts (a transferred leg counts as one). */
	ahtSeconds: number | null;
	/**
	 * Time with at least one contact in hand over that and available time, of the agents who can serve the queue;
	 * pauses left out.
	 */
	occupancy: number | null;
}

interface Tally {
	offered: number;
	answered: number;
	inThreshold: number;
	abandoned: number;
	flowedOut: number;
	waitSeconds: number;
	handled: number;
	handleSeconds: number;
}

interface Live {
	queue: string;
	queuedAtMs: number;
	answeredAtMs: number | null;
	counted: boolean;
}

/**
 * Folds a run's events into measures: the same events that a feed carries, so the figures need no look inside the
 * simulation. Contacts that entered the queue before `fromMs` (the warm-up) are not counted.
 */
export function measureFloor(
	scenario: Scenario,
	events: Iterable<FloorEvent>,
	fromMs: number,
	endMs: number
): { queues: Record<string, FloorMeasures>; total: FloorMeasures } {
	const tallies = new Map<string, Tally>(scenario.queues.map(({ id }) => [id, newTally()]));
	const thresholds = new Map(
		scenario.queues.map(({ id, serviceLevel }) => [id, serviceLevel.thresholdSeconds])
	);
	const live = new Map<string, Live>();
	const agents = new Map(
		scenario.agents.map(({ id }) => [id, { state: 'offline', sinceMs: fromMs, busy: 0, free: 0 }])
	);
	const change = (id: string, state: string, atMs: number) => {
		const agent = agents.get(id)!;
		const seconds = Math.max(0, atMs - Math.max(agent.sinceMs, fromMs)) / 1000;
		if (['handling', 'wrap', 'offered'].includes(agent.state)) agent.busy += seconds;
		if (agent.state === 'available') agent.free += seconds;
		agent.state = state;
		agent.sinceMs = atMs;
	};
	for (const { type, atMs, data } of events) {
		if (type === 'marea.agent.state') {
			change(data.agent!, data.state!, atMs);
			continue;
		}
		if (type === 'marea.contact.queued') {
			const counted = atMs >= fromMs;
			live.set(data.contact!, { queue: data.queue!, queuedAtMs: atMs, answeredAtMs: null, counted });
			if (counted) tallies.get(data.queue!)!.offered++;
			continue;
		}
		const contact = data.contact === undefined ? undefined : live.get(data.contact);
		if (!contact) continue;
		const tally = contact.counted ? tallies.get(contact.queue)! : newTally();
		if (type === 'marea.contact.answered') {
			const waitSeconds = (atMs - contact.queuedAtMs) / 1000;
			contact.answeredAtMs = atMs;
			tally.answered++;
			tally.waitSeconds += waitSeconds;
			if (waitSeconds <= thresholds.get(contact.queue)!) tally.inThreshold++;
		} else if (type === 'marea.contact.abandoned' || type === 'marea.contact.flowed_out') {
			if (type === 'marea.contact.abandoned') tally.abandoned++;
			else tally.flowedOut++;
			live.delete(data.contact!);
		} else if (type === 'marea.contact.wrapped' || type === 'marea.contact.transferred') {
			tally.handled++;
			tally.handleSeconds += (atMs - contact.answeredAtMs!) / 1000;
			live.delete(data.contact!);
		}
	}
	for (const id of agents.keys()) change(id, 'offline', endMs);

	const measure = (ids: string[]): FloorMeasures => {
		const tally = ids.map((id) => tallies.get(id)!).reduce(addTallies, newTally());
		const served = scenario.queues.filter(({ id }) => ids.includes(id));
		const staff = scenario.agents
			.filter(({ skills, languages }) =>
				served.some(
					(queue) =>
						skills.some(({ skill }) => skill === queue.skill) &&
						(!languages || languages.includes(queue.language))
				)
			)
			.map(({ id }) => agents.get(id)!);
		const busy = staff.reduce((sum, agent) => sum + agent.busy, 0);
		const free = staff.reduce((sum, agent) => sum + agent.free, 0);
		const { offered, answered, abandoned, flowedOut } = tally;
		return {
			offered,
			answered,
			abandoned,
			flowedOut,
			waiting: offered - answered - abandoned - flowedOut,
			serviceLevel: ratio(tally.inThreshold, answered + abandoned),
			asaSeconds: ratio(tally.waitSeconds, answered),
			ahtSeconds: ratio(tally.handleSeconds, tally.handled),
			occupancy: ratio(busy, busy + free)
		};
	};
	const ids = scenario.queues.map(({ id }) => id);
	return { queues: Object.fromEntries(ids.map((id) => [id, measure([id])])), total: measure(ids) };
}

const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

const newTally = (): Tally => ({
	offered: 0,
	answered: 0,
	inThreshold: 0,
	abandoned: 0,
	flowedOut: 0,
	waitSeconds: 0,
	handled: 0,
	handleSeconds: 0
});

const addTallies = (a: Tally, b: Tally): Tally =>
	Object.fromEntries(
		Object.keys(a).map((key) => [key, a[key as keyof Tally] + b[key as keyof Tally]])
	) as unknown as Tally;
