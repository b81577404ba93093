import { createRandom } from '../../numeric/random.ts';
import { Agenda } from '../agenda.ts';
import { expectedArrivals } from '../arrival-rate.ts';
import type { EventData, EventType, FloorEvent } from '../event.ts';
import type { Scenario } from '../scenario.ts';
import { createSiteClock } from '../site-clock.ts';
import { arrive, drawInterval } from './arrive.ts';
import { botOver, botTurn } from './bot-front.ts';
import { beginDuty, changeDuty, endPause } from './duty.ts';
import type { FloorOrder } from './floor-order.ts';
import type { ContactStep, Floor, FloorAgent, FloorContact, FloorQueue, Item, RoutingRule } from './floor.ts';
import { answer, hold, leave, resume, speak, survey, transfer, wrapped } from './handling.ts';
import { carryOut } from './orders.ts';
import { abandon, enqueue, flowOut, writeOn } from './queueing.ts';
import { callBack, takeOffer } from './take-offer.ts';

export interface RunOptions {
	seed: number;
	startMs: number;
	/** Infinity runs for ever. */
	endMs: number;
	/** Local time − UTC at an instant; without it, the site's constant offset. */
	utcOffsetSecondsAt?: (utcMs: number) => number;
	/** False leaves out what is said: the same contacts, faster. */
	messages?: boolean;
	/** `best-fit` unless said. */
	routing?: RoutingRule;
}

/**
 * A floor that runs as far as it is told to (a discrete-event simulation over a future-event list). Memory is bounded
 * by the contacts alive, whatever the length. Cost O(log n) an event plus O(agents of a queue) an arrival.
 *
 * Equal scenario, options and orders give equal events. An order belongs to its instant, so a run that is given the
 * same orders before it passes them comes out the same, however often it was told to advance.
 */
export class FloorRun {
	readonly #floor: Floor;
	readonly #told: FloorEvent[] = [];

	/** @throws RangeError when `startMs` is not finite */
	constructor(scenario: Scenario, options: Omit<RunOptions, 'endMs'>) {
		if (!Number.isFinite(options.startMs))
			throw new RangeError(`Simulating: the start "${options.startMs}" must be an instant.`);
		this.#floor = openFloor(scenario, options, this.#told);
		for (const agent of this.#floor.agents) beginDuty(this.#floor, agent);
	}

	/** Yields what happens before `endMs`, in order of time; contacts alive then stay as they are. */
	*advance(endMs: number): Generator<FloorEvent, void, void> {
		const floor = this.#floor;
		yield* this.#drain();
		for (;;) {
			const nextMs = floor.agenda.nextMs;
			if (nextMs === null || nextMs >= endMs) return;
			const { atMs, item } = floor.agenda.take()!;
			floor.nowMs = atMs;
			step(floor, item);
			if (this.#told.length > 0) yield* this.#drain();
		}
	}

	/** Gives the floor an order, which it obeys or refuses at the order's instant, or now where that is past. */
	order(order: FloorOrder): void {
		const { agenda, nowMs } = this.#floor;
		agenda.add(Math.max(order.atMs, nowMs), { kind: 'order', order });
	}

	*#drain(): Generator<FloorEvent, void, void> {
		for (const event of this.#told) yield event;
		this.#told.length = 0;
	}
}

/**
 * Runs the floor and yields what happens, in order of time: {@link FloorRun} without orders.
 *
 * @throws RangeError when `startMs` is not finite or `endMs` is before it
 */
export function* runFloor(scenario: Scenario, options: RunOptions): Generator<FloorEvent, void, void> {
	const { startMs, endMs } = options;
	if (Number.isNaN(endMs) || endMs < startMs)
		throw new RangeError(
			`Simulating: from "${startMs}" to "${endMs}" must be an instant and a later one or Infinity.`
		);
	yield* new FloorRun(scenario, options).advance(endMs);
}

function openFloor(scenario: Scenario, options: Omit<RunOptions, 'endMs'>, told: FloorEvent[]): Floor {
	const { seed, startMs, utcOffsetSecondsAt = () => scenario.site.utcOffsetSeconds } = options;
	const root = createRandom(seed);
	const run = root.fork(`run ${startMs}`);
	let lastMs = Math.floor(startMs) - 1;
	const queues = scenario.queues.map((plan): FloorQueue => ({
		plan,
		agents: [],
		waiting: [],
		priority: plan.priority,
		offers: [],
		expected: expectedArrivals(plan),
		random: run.fork(`queue ${plan.id}`)
	}));
	const agents = scenario.agents.map((plan): FloorAgent => {
		const agent: FloorAgent = {
			plan,
			queues: [],
			contacts: [],
			onDuty: false,
			pause: null,
			state: 'offline',
			idleSinceMs: startMs,
			duties: [],
			nextDutyDay: 0,
			pauseToken: 0
		};
		for (const queue of queues) {
			const skill = plan.skills.find((entry) => entry.skill === queue.plan.skill);
			if (!skill || (plan.languages && !plan.languages.includes(queue.plan.language))) continue;
			agent.queues.push(queue);
			queue.agents.push({ agent, proficiency: skill.proficiency });
		}
		return agent;
	});
	const floor: Floor = {
		scenario,
		clock: createSiteClock(utcOffsetSecondsAt),
		runKey: `${Math.floor(startMs / 1000).toString(36)}${seed.toString(36)}`,
		withMessages: options.messages ?? true,
		routing: options.routing ?? 'best-fit',
		queues,
		agents,
		agenda: new Agenda<Item>(),
		random: {
			site: run.fork('site'),
			days: root.fork('days'),
			routing: run.fork('routing'),
			customers: run.fork('customers'),
			service: run.fork('service')
		},
		unresolved: [],
		contacts: 0,
		nowMs: startMs,
		startMs,
		emit(type: EventType, data: EventData) {
			// Strictly increasing, so that an order by time is the order of happening.
			lastMs = Math.max(Math.floor(floor.nowMs), lastMs + 1);
			told.push({ type, atMs: lastMs, data });
		}
	};
	for (const queue of queues) {
		// The part of the day that is running: drawn whole, what lies before the start falls away.
		const { day, secondsOfDay } = floor.clock.local(startMs);
		const partSeconds = 86_400 / queue.plan.arrivals.intervalShape.length;
		const since = Math.floor(secondsOfDay / partSeconds) * partSeconds;
		floor.nowMs = floor.clock.utcMs(day, since);
		drawInterval(floor, queue);
	}
	floor.nowMs = startMs;
	return floor;
}

function step(floor: Floor, item: Item): void {
	if (item.kind === 'interval') return drawInterval(floor, item.queue);
	if (item.kind === 'arrival') return arrive(floor, item.queue);
	if (item.kind === 'duty') return changeDuty(floor, item.agent);
	if (item.kind === 'order') return carryOut(floor, item.order);
	if (item.kind === 'call-back') return callBack(floor, item.contact);
	if (item.kind === 'pause-over') {
		if (item.token === item.agent.pauseToken) endPause(floor, item.agent);
		return;
	}
	if (item.token === item.contact.token) CONTACT_STEPS[item.kind](floor, item.contact);
}

const CONTACT_STEPS: Record<ContactStep, (floor: Floor, contact: FloorContact) => void> = {
	'bot-turn': botTurn,
	'bot-over': botOver,
	enqueue,
	patience: abandon,
	'max-wait': (floor, contact) => flowOut(floor, contact),
	'take-offer': takeOffer,
	answer,
	hold,
	resume,
	message: speak,
	'write-on': writeOn,
	transfer,
	leave,
	wrapped,
	survey
};
