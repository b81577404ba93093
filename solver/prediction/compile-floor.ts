import type { PresentAgent, PresentFloor, PresentQueue } from './present.ts';

/** A part of the floor whose queues share nobody with the rest, laid out for the simulation. */
export interface FloorPart {
	queues: readonly PresentQueue[];
	/** Their places on the whole floor. */
	places: readonly number[];
	agents: readonly PresentAgent[];
	/** Who serves the same queues is one group. */
	groupOfAgent: Int32Array;
	/** By group: what an agent's whole capacity is divided into, so that a contact of every queue is a whole number. */
	units: Int32Array;
	/** By group, the queues served; by queue, the groups that serve it. */
	queuesOfGroup: readonly (readonly number[])[];
	groupsOfQueue: readonly (readonly number[])[];
	/** By group × queues + queue: units that a contact takes of an agent. */
	need: Int32Array;
}

/** Queues linked by a shared agent, directly or over others, belong together; each part can be simulated alone. */
export function compileFloor({ queues, agents }: PresentFloor): FloorPart[] {
	const root = queues.map((_, q) => q);
	const find = (q: number): number => {
		while (root[q] !== q) q = root[q] = root[root[q]!]!;
		return q;
	};
	for (const { queues: served, contacts } of agents) {
		const first = served[0] ?? contacts[0]?.queue;
		if (first === undefined) continue;
		for (const q of served) root[find(q)] = find(first);
		for (const { queue } of contacts) root[find(queue)] = find(first);
	}
	const members = new Map<number, number[]>();
	queues.forEach((_, q) => {
		const place = find(q);
		members.set(place, [...(members.get(place) ?? []), q]);
	});
	const staff = new Map<number, PresentAgent[]>([...members.keys()].map((place) => [place, []]));
	for (const agent of agents) {
		const first = agent.queues[0] ?? agent.contacts[0]?.queue;
		if (first !== undefined) staff.get(find(first))!.push(agent);
	}
	return [...members].map(([place, places]) => compilePart(queues, places, staff.get(place)!));
}

function compilePart(all: readonly PresentQueue[], places: number[], staff: PresentAgent[]): FloorPart {
	const placeOf = new Map(places.map((q, i) => [q, i]));
	const queues = places.map((q) => all[q]!);
	const groups = new Map<string, number>();
	const queuesOfGroup: number[][] = [];
	const groupOfAgent = Int32Array.from(staff, ({ queues: served }) => {
		const own = [...new Set(served)].map((q) => placeOf.get(q)!).sort((a, b) => a - b);
		const key = own.join();
		let group = groups.get(key);
		if (group === undefined) {
			groups.set(key, (group = queuesOfGroup.length));
			queuesOfGroup.push(own);
		}
		return group;
	});
	const agents = staff.map((agent) => ({
		...agent,
		contacts: agent.contacts.map((contact) => ({ ...contact, queue: placeOf.get(contact.queue)! }))
	}));
	const units = Int32Array.from(queuesOfGroup, (own) =>
		own.reduce((lcm, q) => leastCommonMultiple(lcm, queues[q]!.concurrency), 1)
	);
	const need = new Int32Array(queuesOfGroup.length * queues.length);
	queuesOfGroup.forEach((own, g) => {
		for (const q of own) need[g * queues.length + q] = units[g]! / queues[q]!.concurrency;
	});
	const groupsOfQueue = queues.map((_, q) => queuesOfGroup.flatMap((own, g) => (own.includes(q) ? [g] : [])));
	return { queues, places, agents, groupOfAgent, units, queuesOfGroup, groupsOfQueue, need };
}

function leastCommonMultiple(a: number, b: number): number {
	let [x, y] = [a, b];
	while (y > 0) [x, y] = [y, x % y];
	return (a / x) * b;
}
