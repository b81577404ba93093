import type { ContactStream } from './contact-stream.ts';
import { EventHeap } from '../../numeric/event-heap.ts';
import type { PoolModel } from './pool-model.ts';
import { clearTally, type PoolTally } from './pool-tally.ts';
import { SlotPool } from './slot-pool.ts';

/** By group × intervals + interval. */
export type Staff = Int32Array;

/**
 * Runs a stream of contacts through groups of agents whose numbers change from interval to interval; see PoolModel for
 * who takes what. An agent who leaves finishes the contacts in hand; whoever waits at an interval's end waits on, over
 * closed hours too. Outcomes are booked to the interval of entry (METRICS).
 *
 * Next-event simulation whose only future events are ends of handling, in a binary heap. Giving up needs none: of a
 * line only the head matters, so those whose patience is over are found out when they reach it, with the same result.
 * Cost O(groups of the queue + log agents) a contact: 2 to 5 million contacts a second on one core. State is kept
 * between runs, so that one simulator serves a search.
 */
export class PoolSimulator {
	readonly #model: PoolModel;
	readonly #heap = new EventHeap();
	readonly #slots: (SlotPool | null)[];
	/** By queue: the groups that serve it and have anybody in this run. */
	#groupsOfQueue: Int32Array[] = [];
	readonly #staffed: Int32Array;
	readonly #busy: Int32Array;
	readonly #since: Float64Array;
	/** Lines: first and last contact by queue, the next by contact. */
	readonly #first: Int32Array;
	readonly #last: Int32Array;
	#next = new Int32Array(0);
	#group = new Int32Array(0);
	#agent = new Int32Array(0);
	/** In line, those who gave up unnoticed among them. */
	#inLine = 0;
	#now = 0;
	#stream!: ContactStream;
	#tally!: PoolTally;

	constructor(model: PoolModel) {
		this.#model = model;
		this.#slots = Array.from(model.parts, (parts) => (parts === 1 ? null : new SlotPool(parts)));
		this.#staffed = new Int32Array(model.groupCount);
		this.#busy = new Int32Array(model.groupCount);
		this.#since = new Float64Array(model.groupCount);
		this.#first = new Int32Array(model.queueCount);
		this.#last = new Int32Array(model.queueCount);
	}

	/** Fills `tally` anew. The stream's instants must lie within the intervals. */
	run(
		stream: ContactStream,
		staff: Staff,
		intervals: number,
		intervalSeconds: number,
		tally: PoolTally
	): void {
		this.#begin(stream, staff, intervals, tally);
		const heap = this.#heap;
		const { at, count } = stream;
		let arrived = 0;
		for (let interval = 0; interval < intervals; interval++) {
			this.#now = interval * intervalSeconds;
			this.#changeStaff(staff, intervals, interval);
			const end = (interval + 1) * intervalSeconds;
			for (;;) {
				const done = heap.size > 0 ? heap.times[0]! : Infinity;
				const next = arrived < count ? at[arrived]! : Infinity;
				if (done <= next) {
					if (done >= end) break;
					this.#now = done;
					this.#complete();
				} else {
					if (next >= end) break;
					this.#now = next;
					this.#arrive(arrived++);
				}
			}
		}
		this.#now = intervals * intervalSeconds;
		this.#end();
	}

	#begin(stream: ContactStream, staff: Staff, intervals: number, tally: PoolTally): void {
		clearTally(tally);
		this.#stream = stream;
		this.#tally = tally;
		if (this.#next.length < stream.count) {
			const size = stream.at.length;
			this.#next = new Int32Array(size);
			this.#group = new Int32Array(size);
			this.#agent = new Int32Array(size);
		}
		let slots = 0;
		const anybody = new Uint8Array(this.#model.groupCount);
		for (let g = 0; g < this.#model.groupCount; g++) {
			let most = 0;
			for (let i = 0; i < intervals; i++) most = Math.max(most, staff[g * intervals + i]!);
			this.#slots[g]?.reset(most);
			slots += most * this.#model.parts[g]!;
			anybody[g] = most > 0 ? 1 : 0;
		}
		this.#groupsOfQueue = this.#model.groupsOfQueue.map((groups) => groups.filter((g) => anybody[g] === 1));
		this.#heap.reserve(slots);
		this.#heap.size = 0;
		this.#staffed.fill(0);
		this.#busy.fill(0);
		this.#since.fill(0);
		this.#first.fill(-1);
		this.#last.fill(-1);
		this.#inLine = 0;
		this.#now = 0;
	}

	#changeStaff(staff: Staff, intervals: number, interval: number): void {
		for (let g = 0; g < this.#model.groupCount; g++) {
			const agents = staff[g * intervals + interval]!;
			const before = this.#staffed[g]!;
			if (agents === before) continue;
			this.#spend(g);
			this.#staffed[g] = agents;
			const slots = this.#slots[g];
			if (slots) slots.setOnDuty(agents);
			if (agents > before) this.#serve(g);
		}
	}

	#arrive(contact: number): void {
		const model = this.#model;
		const stream = this.#stream;
		const queue = stream.queue[contact]!;
		this.#tally.offered[stream.cell[contact]!]!++;
		const groups = this.#groupsOfQueue[queue]!;
		for (let i = 0; i < groups.length; i++) {
			const g = groups[i]!;
			const slots = this.#slots[g]!;
			const room =
				slots === null
					? this.#busy[g]! < this.#staffed[g]!
					: slots.hasRoom(model.partsTaken[g * model.queueCount + queue]!);
			if (room) return this.#assign(contact, queue, g);
		}
		const last = this.#last[queue]!;
		if (last < 0) this.#first[queue] = contact;
		else this.#next[last] = contact;
		this.#last[queue] = contact;
		this.#next[contact] = -1;
		this.#inLine++;
	}

	#complete(): void {
		const contact = this.#heap.ids[0]!;
		this.#heap.drop();
		const g = this.#group[contact]!;
		this.#spend(g);
		const slots = this.#slots[g]!;
		if (slots === null) this.#busy[g]!--;
		else {
			const { queueCount, partsTaken } = this.#model;
			slots.release(this.#agent[contact]!, partsTaken[g * queueCount + this.#stream.queue[contact]!]!);
		}
		if (this.#inLine > 0) this.#serve(g);
	}

	/** Takes contacts out of the group's lines while it has room. */
	#serve(g: number): void {
		const { queueCount, queuesOfGroup, urgencyPerSecond, partsTaken } = this.#model;
		const { at } = this.#stream;
		const queues = queuesOfGroup[g]!;
		const slots = this.#slots[g]!;
		while (this.#inLine > 0) {
			if (slots === null && this.#busy[g]! >= this.#staffed[g]!) return;
			let best = -1;
			let bestUrgency = -1;
			for (let i = 0; i < queues.length; i++) {
				const queue = queues[i]!;
				if (this.#first[queue]! < 0) continue;
				if (slots !== null && !slots.hasRoom(partsTaken[g * queueCount + queue]!)) continue;
				const head = this.#headOf(queue);
				if (head < 0) continue;
				const urgency = urgencyPerSecond[queue]! * (this.#now - at[head]!);
				if (urgency > bestUrgency) {
					best = queue;
					bestUrgency = urgency;
				}
			}
			if (best < 0) return;
			const contact = this.#first[best]!;
			this.#leaveLine(best, contact);
			this.#assign(contact, best, g);
		}
	}

	/** The first in line who has not given up; −1 = nobody. Books those before as abandoned. */
	#headOf(queue: number): number {
		const { deadline, cell } = this.#stream;
		let head = this.#first[queue]!;
		while (head >= 0 && deadline[head]! <= this.#now) {
			this.#tally.abandoned[cell[head]!]!++;
			this.#leaveLine(queue, head);
			head = this.#first[queue]!;
		}
		return head;
	}

	#leaveLine(queue: number, head: number): void {
		const next = this.#next[head]!;
		this.#first[queue] = next;
		if (next < 0) this.#last[queue] = -1;
		this.#inLine--;
	}

	#assign(contact: number, queue: number, g: number): void {
		const stream = this.#stream;
		const tally = this.#tally;
		const { queueCount, thresholdSeconds, share, partsTaken } = this.#model;
		const wait = this.#now - stream.at[contact]!;
		const cell = stream.cell[contact]!;
		tally.answered[cell]!++;
		tally.waitSeconds[cell]! += wait;
		if (wait <= thresholdSeconds[queue]!) tally.inThreshold[cell]!++;
		const seconds = stream.serviceSeconds[contact]!;
		tally.workSeconds[g * queueCount + queue]! += seconds * share[queue]!;
		this.#spend(g);
		this.#group[contact] = g;
		const slots = this.#slots[g]!;
		if (slots === null) this.#busy[g]!++;
		else this.#agent[contact] = slots.take(partsTaken[g * queueCount + queue]!);
		this.#heap.add(this.#now + seconds, contact);
	}

	/** Books the group's time up to now. */
	#spend(g: number): void {
		const seconds = this.#now - this.#since[g]!;
		this.#since[g] = this.#now;
		const slots = this.#slots[g]!;
		const busy = slots === null ? this.#busy[g]! : slots.busy;
		const leaving = slots === null ? 0 : slots.leaving;
		const free = this.#staffed[g]! - busy + leaving;
		this.#tally.busySeconds[g]! += busy * seconds;
		if (free > 0) this.#tally.idleSeconds[g]! += free * seconds;
	}

	#end(): void {
		const { at, cell } = this.#stream;
		const { thresholdSeconds, queueCount, groupCount } = this.#model;
		for (let g = 0; g < groupCount; g++) this.#spend(g);
		for (let queue = 0; queue < queueCount; queue++)
			for (let head = this.#headOf(queue); head >= 0; head = this.#headOf(queue)) {
				this.#tally.waiting[cell[head]!]!++;
				if (this.#now - at[head]! > thresholdSeconds[queue]!) this.#tally.late[cell[head]!]!++;
				this.#leaveLine(queue, head);
			}
	}
}
