import { EventHeap } from '../numeric/event-heap.ts';
import type { Random } from '../numeric/random.ts';
import { AgentPool } from './agent-pool.ts';
import { AheadTally } from './ahead-tally.ts';
import type { FloorPart } from './compile-floor.ts';
import { drawResidual, lognormal } from './draw-residual.ts';
import { HORIZON_SECONDS, STEP_SECONDS, STEPS } from './horizon.ts';

/** Standard deviation of the log of the level's change in one hour: how far a steady rate wanders by itself. */
export const LEVEL_DRIFT = 0.22;

const [END, ARRIVAL, CHANGE] = [0, 1, 2];
/** An event's number: what it is about, and in the last two bits its kind. */
const KIND_BITS = 2;
/** A pause without a plan lasts its mean, give or take this part of it. */
const PAUSE_SPREAD = 0.3;

/** What one run draws for a queue. */
interface Stream {
	random: Random;
	/** Contacts per second, by step. */
	rates: Float64Array;
	mu: number;
	sigma: number;
	/** Of its own, so that an offer changes nobody's wait, patience or handling. */
	offers: Random;
}

/**
 * The next hour of a part of the floor, once: an event-driven simulation that starts from the present. Contacts in
 * hand end after what is left of them, those in line wait on, agents come and go as planned, and new contacts come at
 * a level drawn from what is known of it.
 *
 * Who takes what: a contact goes to the agent with most room and of those to the one idle longest; an agent who is free
 * takes, over the queues served, the head of the line with the most priority × wait / threshold (longest wait first
 * where the thresholds are equal). Somebody leaving finishes what is in hand. Patience is exponential, so that a wait
 * behind somebody says nothing of the wait they will still bear. Whoever takes what the line is offered leaves it
 * neither answered nor given up, and is none of those whom people had to answer.
 *
 * Every contact has its wait, patience and handling drawn as it enters, by queue: runs of the same seed over a floor
 * with one agent more meet the same contacts (common random numbers). State is kept between runs.
 *
 * Cost O(groups of the queue + log of what is under way) a contact: about a million contacts a second.
 */
export class AheadRun {
	readonly tallies: readonly AheadTally[];
	readonly #part: FloorPart;
	readonly #pool: AgentPool;
	readonly #heap = new EventHeap();
	readonly #lines: number[][];
	/** By queue: where its line begins in #lines; those before have left it. */
	readonly #heads: Int32Array;
	/** By contact. */
	#queue: number[] = [];
	#enteredAt: number[] = [];
	#leavesAt: number[] = [];
	#service: number[] = [];
	#abandons: boolean[] = [];
	/** Which offer they would take, as a draw over their shares; and whether they leave by it. */
	#taste: number[] = [];
	#goesByOffer: boolean[] = [];
	#agent: number[] = [];
	#changes: { agent: number; isServing: boolean }[] = [];
	#streams: Stream[] = [];
	/** By queue and offer: how many have taken it. */
	#taken: number[][] = [];

	constructor(part: FloorPart) {
		this.#part = part;
		this.#pool = new AgentPool(part.groupOfAgent, part.units);
		this.tallies = part.queues.map((queue) => new AheadTally(queue));
		this.#lines = part.queues.map(() => []);
		this.#heads = new Int32Array(part.queues.length);
		this.#heap.reserve(mostEvents(part));
	}

	/** @param sign −1 turns the draws of level and handle time over: two runs of a pair cancel much of their noise */
	run(random: Random, sign: 1 | -1): void {
		this.#begin(random, sign);
		const heap = this.#heap;
		let step = 1;
		while (heap.size > 0) {
			const now = heap.times[0]!;
			while (step <= STEPS && now >= step * STEP_SECONDS) this.#endStep(step++);
			if (now >= HORIZON_SECONDS) break;
			const id = heap.ids[0]!;
			heap.drop();
			const index = id >> KIND_BITS;
			const kind = id & 3;
			if (kind === END) this.#release(index, now);
			else if (kind === ARRIVAL) this.#arrive(index, now);
			else {
				const { agent, isServing } = this.#changes[index]!;
				this.#pool.setServing(agent, isServing, now);
				if (isServing) this.#serve(agent, now);
			}
		}
		while (step <= STEPS) this.#endStep(step++);
		this.#lines.forEach((line, q) => {
			for (const c of line) this.tallies[q]!.waitOn(this.#enteredAt[c]!, HORIZON_SECONDS);
		});
	}

	#plan(at: number, kind: number, index: number): void {
		this.#heap.add(at, (index << KIND_BITS) | kind);
	}

	#begin(random: Random, sign: 1 | -1): void {
		const { queues, agents } = this.#part;
		this.#heap.size = 0;
		for (const list of [
			this.#queue,
			this.#enteredAt,
			this.#leavesAt,
			this.#service,
			this.#abandons,
			this.#taste,
			this.#goesByOffer,
			this.#agent,
			this.#changes,
			...this.#lines
		])
			list.length = 0;
		this.#heads.fill(0);
		for (const tally of this.tallies) tally.begin();
		this.#pool.clear();
		this.#streams = queues.map((queue, q) => this.#stream(random.fork(`queue ${q}`), q, sign));
		this.#taken = queues.map(({ offers }) => (offers ?? []).map(() => 0));
		const people = random.fork('people');
		for (let a = 0; a < agents.length; a++) this.#beginAgent(a, people);
		queues.forEach((queue, q) => {
			const { random: draws } = this.#streams[q]!;
			const waiting = draws.fork('waiting');
			for (const waited of [...queue.waitingSeconds].sort((a, b) => b - a))
				this.#lineUp(q, this.#contact(q, -waited, 0, waiting), 0);
			this.#planArrival(q, 0);
		});
		for (let a = 0; a < agents.length; a++) if (this.#pool.isServing[a]) this.#serve(a, 0);
	}

	#stream(random: Random, q: number, sign: 1 | -1): Stream {
		const { arrivals, levelShape, handle } = this.#part.queues[q]!;
		const levels = random.fork('level');
		const levelVariance = Math.log(1 + 1 / levelShape);
		let log = sign * Math.sqrt(levelVariance) * levels.normal() - levelVariance / 2;
		const stepVariance = (LEVEL_DRIFT * LEVEL_DRIFT * STEP_SECONDS) / 3600;
		const rates = new Float64Array(STEPS);
		for (let k = 0; k < STEPS; k++) {
			log += sign * Math.sqrt(stepVariance) * levels.normal() - stepVariance / 2;
			rates[k] = ((arrivals[k] ?? 0) / STEP_SECONDS) * Math.exp(log);
		}
		const mean = handle.meanSeconds * Math.exp(sign * handle.meanError * levels.normal());
		const draws = { random: random.fork('contacts'), offers: random.fork('offers') };
		return { ...draws, rates, ...lognormal(mean, handle.cv) };
	}

	#beginAgent(a: number, random: Random): void {
		const { agents, queues } = this.#part;
		const { isServing, contacts, changes, pauses } = agents[a]!;
		if (isServing) this.#pool.setServing(a, true, 0);
		for (const { queue: q, elapsedSeconds, isWrapping } of contacts) {
			const { mu, sigma } = this.#streams[q]!;
			const left = isWrapping
				? random.exponential(Math.max(1, queues[q]!.handle.wrapSeconds))
				: drawResidual(random, mu, sigma, elapsedSeconds);
			const c = this.#contact(q, 0, 0, random);
			this.#agent[c] = a;
			this.#pool.take(a, this.#unitsOf(a, q), 0);
			this.#plan(left, END, c);
		}
		for (const change of changes) {
			const at = Math.max(1, change.inSeconds + change.spreadSeconds * random.normal());
			this.#planChange(a, at, change.isServing);
		}
		if (!pauses || pauses.perHour <= 0 || !isServing || changes.length > 0) return;
		const pauseAt = random.exponential(3600 / pauses.perHour);
		if (pauseAt >= HORIZON_SECONDS) return;
		this.#planChange(a, pauseAt, false);
		const length = pauses.meanSeconds * Math.max(0.2, 1 + PAUSE_SPREAD * random.normal());
		this.#planChange(a, pauseAt + length, true);
	}

	#planChange(agent: number, at: number, isServing: boolean): void {
		this.#plan(at, CHANGE, this.#changes.push({ agent, isServing }) - 1);
	}

	#contact(q: number, enteredAt: number, now: number, random: Random): number {
		const { patienceSeconds, abandonShare, offers } = this.#part.queues[q]!;
		const { mu, sigma } = this.#streams[q]!;
		const patience = random.exponential(1);
		this.#leavesAt.push(patienceSeconds === null ? Infinity : now + patience * patienceSeconds);
		this.#service.push(Math.exp(mu + sigma * random.normal()));
		this.#abandons.push(random.uniform() < abandonShare);
		this.#taste.push(offers ? this.#streams[q]!.offers.uniform() : 1);
		this.#goesByOffer.push(false);
		this.#enteredAt.push(enteredAt);
		this.#agent.push(-1);
		return this.#queue.push(q) - 1;
	}

	/** The next arrival of a Poisson process whose rate changes from step to step. */
	#planArrival(q: number, from: number): void {
		const { random, rates } = this.#streams[q]!;
		let left = random.exponential(1);
		let at = from;
		for (let k = Math.floor(from / STEP_SECONDS); k < STEPS; k++) {
			const until = (k + 1) * STEP_SECONDS;
			const expected = rates[k]! * (until - at);
			if (left < expected) return this.#plan(at + left / rates[k]!, ARRIVAL, q);
			left -= expected;
			at = until;
		}
	}

	#arrive(q: number, now: number): void {
		this.tallies[q]!.arrive(now);
		const c = this.#contact(q, now, now, this.#streams[q]!.random);
		this.#planArrival(q, now);
		const agent = this.#head(q, now) < 0 ? this.#freestFor(q) : -1;
		if (agent < 0) this.#lineUp(q, c, now);
		else this.#give(c, agent, now);
	}

	/** Into the line, where they are offered what there is. */
	#lineUp(q: number, c: number, now: number): void {
		this.#lines[q]!.push(c);
		const { offers } = this.#part.queues[q]!;
		if (!offers) return;
		let from = 0;
		for (const [i, { seconds, most, takeShare, leaveShare, afterSeconds }] of offers.entries()) {
			const taste = this.#taste[c]! - from;
			from += takeShare;
			if (taste < 0 || taste >= takeShare || now >= seconds || this.#taken[q]![i]! >= most) continue;
			this.#taken[q]![i]!++;
			if (taste >= takeShare * leaveShare || now + afterSeconds >= this.#leavesAt[c]!) continue;
			this.#leavesAt[c] = now + afterSeconds;
			this.#goesByOffer[c] = true;
		}
	}

	#freestFor(q: number): number {
		const { groupsOfQueue, need, queues, units } = this.#part;
		let best = -1;
		let bestRoom = 0;
		for (const g of groupsOfQueue[q]!) {
			const agent = this.#pool.freest(g, need[g * queues.length + q]!);
			if (agent < 0) continue;
			const room = this.#pool.free[agent]! / units[g]!;
			if (
				room > bestRoom ||
				(room === bestRoom && this.#pool.idleSince[agent]! < this.#pool.idleSince[best]!)
			)
				[best, bestRoom] = [agent, room];
		}
		return best;
	}

	#give(c: number, agent: number, now: number): void {
		const { queues } = this.#part;
		const q = this.#queue[c]!;
		const answeredAt = now + queues[q]!.ringSeconds;
		this.tallies[q]!.answer(this.#enteredAt[c]!, answeredAt);
		this.#agent[c] = agent;
		this.#pool.take(agent, this.#unitsOf(agent, q), now);
		this.#plan(answeredAt + this.#service[c]!, END, c);
	}

	/** A contact of a queue that is not the agent's (passed on by somebody) takes all of them. */
	#unitsOf(agent: number, q: number): number {
		const { queues, need, groupOfAgent, units } = this.#part;
		const g = groupOfAgent[agent]!;
		return need[g * queues.length + q]! || units[g]!;
	}

	#release(c: number, now: number): void {
		const agent = this.#agent[c]!;
		this.#pool.take(agent, -this.#unitsOf(agent, this.#queue[c]!), now);
		if (this.#pool.isServing[agent]) this.#serve(agent, now);
	}

	/** Gives an agent what waits, as long as there is room. */
	#serve(agent: number, now: number): void {
		const { queues, need, groupOfAgent, queuesOfGroup } = this.#part;
		const g = groupOfAgent[agent]!;
		for (;;) {
			let best = -1;
			let bestUrgency = -1;
			for (const q of queuesOfGroup[g]!) {
				if (need[g * queues.length + q]! > this.#pool.free[agent]!) continue;
				const c = this.#head(q, now);
				if (c < 0) continue;
				const { priority, thresholdSeconds } = queues[q]!;
				const urgency = (priority * (now - this.#enteredAt[c]!)) / Math.max(1, thresholdSeconds);
				if (urgency > bestUrgency) [best, bestUrgency] = [q, urgency];
			}
			if (best < 0) return;
			this.#give(this.#lines[best]![this.#heads[best]!++]!, agent, now);
		}
	}

	/** The first in line who is still there; those whose patience ended before it are let go. */
	#head(q: number, now: number): number {
		const line = this.#lines[q]!;
		while (this.#heads[q]! < line.length) {
			const c = line[this.#heads[q]!]!;
			if (this.#leavesAt[c]! > now) return c;
			this.#heads[q]!++;
			this.#leave(q, c);
		}
		return -1;
	}

	#leave(q: number, c: number): void {
		const [tally, from, at] = [this.tallies[q]!, this.#enteredAt[c]!, this.#leavesAt[c]!];
		if (this.#goesByOffer[c]) tally.divert(from, at);
		else if (this.#abandons[c]) tally.abandon(from, at);
	}

	#endStep(step: number): void {
		const now = step * STEP_SECONDS;
		this.#lines.forEach((line, q) => {
			let kept = 0;
			for (let i = this.#heads[q]!; i < line.length; i++) {
				const c = line[i]!;
				if (this.#leavesAt[c]! > now) line[kept++] = c;
				else this.#leave(q, c);
			}
			line.length = kept;
			this.#heads[q] = 0;
			this.tallies[q]!.waiting[step - 1] = kept;
		});
	}
}

/** At once: the next arrival of each queue, and of each agent what is and can be in hand, the changes and a pause. */
function mostEvents({ queues, agents, groupOfAgent, queuesOfGroup }: FloorPart): number {
	return agents.reduce((sum, { contacts, changes }, a) => {
		const slots = queuesOfGroup[groupOfAgent[a]!]!.map((q) => queues[q]!.concurrency);
		return sum + Math.max(1, ...slots) + contacts.length + changes.length + 2;
	}, queues.length);
}
