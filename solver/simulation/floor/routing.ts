import { hasRoom, loadOf, refreshAgent } from './agent-state.ts';
import { contactData, planStep } from './contact-data.ts';
import type { Floor, FloorAgent, FloorContact, FloorQueue } from './floor.ts';

/**
 * The agent for a contact: of those with room, the best fit (proficiency in steps of a quarter), then the least
 * loaded, then the longest idle. Null when nobody has room. Cost O(agents of the queue).
 */
export function chooseAgent(queue: FloorQueue): FloorAgent | null {
	let best: FloorAgent | null = null;
	let bestFit = 0;
	let bestLoad = 0;
	for (const { agent, proficiency } of queue.agents) {
		if (!hasRoom(agent, queue)) continue;
		const fit = Math.round(proficiency * 4);
		const load = loadOf(agent);
		if (
			best === null ||
			fit > bestFit ||
			(fit === bestFit && (load < bestLoad || (load === bestLoad && agent.idleSinceMs < best.idleSinceMs)))
		) {
			best = agent;
			bestFit = fit;
			bestLoad = load;
		}
	}
	return best;
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
		const { priority, serviceLevel } = queue.plan;
		const urgency = (priority * (nowMs - contact.queuedAtMs)) / Math.max(serviceLevel.thresholdSeconds, 1);
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
