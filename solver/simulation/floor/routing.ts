import { hasRoom, loadOf, refreshAgent } from './agent-state.ts';
import { contactData, planStep } from './contact-data.ts';
import { rankAgents, type RoutedAgent } from '../../routing/index.ts';
import type { Floor, FloorAgent, FloorContact, FloorQueue, RoutingRule } from './floor.ts';

/** The agent for a contact that has just come, of those with room; null when nobody has. Cost O(agents of the queue). */
export function chooseAgent(floor: Floor, queue: FloorQueue): FloorAgent | null {
	return CHOOSE[floor.routing](queue, floor.nowMs);
}

const CHOOSE: Record<RoutingRule, (queue: FloorQueue, nowMs: number) => FloorAgent | null> = {
	'best-fit': (queue) =>
		firstBy(
			queue,
			({ proficiency }) => -Math.round(proficiency * 4),
			({ agent }) => loadOf(agent),
			({ agent }) => agent.idleSinceMs
		),
	'longest-idle': (queue) =>
		firstBy(
			queue,
			({ agent }) => loadOf(agent),
			({ agent }) => agent.idleSinceMs
		),
	ranked: bestRanked
};

/** The agent with room for whom the first number that differs is the least. */
function firstBy(
	queue: FloorQueue,
	...numbers: ((entry: FloorQueue['agents'][number]) => number)[]
): FloorAgent | null {
	let best: FloorAgent | null = null;
	let bestOf: number[] = [];
	for (const entry of queue.agents) {
		if (!hasRoom(entry.agent, queue)) continue;
		const own = numbers.map((number) => number(entry));
		const at = own.findIndex((value, i) => value !== bestOf[i]);
		if (best !== null && (at < 0 || own[at]! > bestOf[at]!)) continue;
		best = entry.agent;
		bestOf = own;
	}
	return best;
}

function bestRanked(queue: FloorQueue, nowMs: number): FloorAgent | null {
	const { skill } = queue.plan;
	const byId = new Map<string, FloorAgent>();
	const free: RoutedAgent[] = [];
	for (const { agent, proficiency } of queue.agents) {
		if (!hasRoom(agent, queue)) continue;
		const load = Math.min(1, loadOf(agent));
		byId.set(agent.plan.id, agent);
		free.push({
			id: agent.plan.id,
			state: 'available',
			skills: new Map([[skill, proficiency]]),
			languages: null,
			load: load,
			idleSeconds: load > 0 ? null : (nowMs - agent.idleSinceMs) / 1000,
			expectedFreeSeconds: 0,
			lastWithCustomer: null
		});
	}
	const size = 1 / queue.plan.concurrency;
	const contact = { skill, language: null, size, ahtSeconds: queue.plan.ahtSeconds };
	const first = rankAgents(contact, free).ranked[0];
	return first ? byId.get(first.id)! : null;
}

/**
 * The contact for an agent with room: over the queues served, the head of the line with the most
 * priority × (wait / the queue's threshold), a threshold of less than a second counting as one. With equal thresholds
 * this is longest wait × priority; with unequal ones an hour-old e-mail does not outrank a call that waits a minute.
 */
export function chooseContact(agent: FloorAgent, nowMs: number): FloorContact | null {
	let best: FloorContact | null = null;
	let bestUrgency = -1;
	for (const queue of agent.queues) {
		const contact = queue.waiting[0];
		if (contact === undefined || !hasRoom(agent, queue)) continue;
		const { serviceLevel } = queue.plan;
		const urgency =
			(queue.priority * (nowMs - contact.queuedAtMs)) / Math.max(serviceLevel.thresholdSeconds, 1);
		if (urgency > bestUrgency) {
			best = contact;
			bestUrgency = urgency;
		}
	}
	return best;
}

/** Takes the contact out of its queue's line and rings the agent. */
export function offer(floor: Floor, contact: FloorContact, agent: FloorAgent): void {
	const { waiting, plan } = contact.queue;
	waiting.splice(waiting.indexOf(contact), 1);
	contact.stage = 'offered';
	contact.agent = agent;
	agent.contacts.push(contact);
	floor.emit('marea.contact.offered', contactData(contact));
	refreshAgent(floor, agent);
	const mean = floor.scenario.site.answerDelaySeconds * (plan.channel === 'voice' ? 1 : 1 / 3);
	planStep(floor, contact, 'answer', mean === 0 ? 0 : mean * (0.4 + 1.2 * floor.random.routing.uniform()));
}

/** Gives an agent whose hands may be free as many waiting contacts as fit. */
export function serve(floor: Floor, agent: FloorAgent): void {
	for (;;) {
		const contact = chooseContact(agent, floor.nowMs);
		if (contact === null) return;
		offer(floor, contact, agent);
	}
}

/** Takes a contact off the agent's hands, shows the agent's new state, and gives what waits. */
export function release(floor: Floor, contact: FloorContact, agent: FloorAgent): void {
	agent.contacts.splice(agent.contacts.indexOf(contact), 1);
	refreshAgent(floor, agent);
	serve(floor, agent);
}
