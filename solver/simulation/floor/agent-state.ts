import type { AgentState, EventData } from '../event.ts';
import type { Floor, FloorAgent } from './floor.ts';

/** Share of the agent's slots that are taken: a contact of a channel handled k at a time takes 1/k. */
export function loadOf(agent: FloorAgent): number {
	let load = 0;
	for (const contact of agent.contacts) load += 1 / slotsOf(agent, contact.queue);
	return load;
}

/** How many contacts of the queue fill the agent: the agent's own number or the queue's, whichever is less. */
export function slotsOf(agent: FloorAgent, queue: FloorAgent['queues'][number]): number {
	return Math.min(agent.plan.concurrency[queue.plan.channel] ?? 1, queue.plan.concurrency);
}

/** Whether the agent may be offered a contact of the queue now. */
export function hasRoom(agent: FloorAgent, queue: FloorAgent['queues'][number]): boolean {
	if (!agent.onDuty || agent.pause !== null) return false;
	return loadOf(agent) + 1 / slotsOf(agent, queue) <= 1 + 1e-9;
}

/** Works out the agent's state from what is in hand, starts a pause that was waiting, and tells a change. */
export function refreshAgent(floor: Floor, agent: FloorAgent, always = false): void {
	const state = stateOf(agent);
	const { pause } = agent;
	if (pause && !pause.running && state === pause.kind) {
		pause.running = true;
		const token = ++agent.pauseToken;
		floor.agenda.add(floor.nowMs + pause.durationMs, { kind: 'pause-over', agent, token });
	}
	if (state === agent.state && !always) return;
	if (state === 'available') agent.idleSinceMs = floor.nowMs;
	agent.state = state;
	const data: EventData = { agent: agent.plan.id, state };
	const contact = agent.contacts[0];
	if (contact) {
		data.contact = contact.id;
		data.queue = contact.queue.plan.id;
		data.channel = contact.queue.plan.channel;
	}
	if (pause && state === pause.kind) data.reason = pause.kind;
	floor.emit('marea.agent.state', data);
}

function stateOf(agent: FloorAgent): AgentState {
	const stages = agent.contacts.map(({ stage }) => stage);
	if (stages.some((stage) => stage === 'talking' || stage === 'held')) return 'handling';
	if (stages.includes('offered')) return 'offered';
	if (stages.includes('wrap')) return 'wrap';
	if (!agent.onDuty) return 'offline';
	return agent.pause?.kind ?? 'available';
}
