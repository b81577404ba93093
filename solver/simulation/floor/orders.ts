import { refreshAgent } from './agent-state.ts';
import { isWithinShift } from './duty.ts';
import { enqueue } from './queueing.ts';
import { offerLine } from './line-offers.ts';
import { serve } from './routing.ts';
import { transfer } from './handling.ts';
import { contactData } from './contact-data.ts';
import type { Floor, FloorAgent, FloorContact, FloorQueue } from './floor.ts';
import type { FloorOrder, OrderAnswer } from './floor-order.ts';

type Outcome = { obeyed: boolean; answer?: OrderAnswer };
type Order<Kind extends FloorOrder['kind']> = Extract<FloorOrder, { kind: Kind }>;

const OBEYED: Outcome = { obeyed: true };
const refused = (answer: OrderAnswer): Outcome => ({ obeyed: false, answer });

/** How long a pause lasts that somebody was sent on. */
const PAUSE_MS = { break: 900_000, lunch: 1_800_000, training: 1_800_000, meeting: 1_200_000 } as const;

/** Obeys an order or refuses it, as a telephony side with rules of its own would, and says which. */
export function carryOut(floor: Floor, order: FloorOrder): void {
	const { obeyed, answer } = obey(floor, order);
	floor.emit(obeyed ? 'marea.command.confirmed' : 'marea.command.refused', {
		command: order.id,
		...(answer ? { text: answer } : {})
	});
}

function obey(floor: Floor, order: FloorOrder): Outcome {
	if (order.kind === 'help.ask') return OBEYED;
	if (order.kind === 'contact.transfer') return passOn(floor, order);
	if (order.kind === 'queue.priority') {
		const queue = floor.queues.find(({ plan }) => plan.id === order.queue);
		if (!queue) return refused('unknown-name');
		queue.priority = order.priority;
		return OBEYED;
	}
	if (order.kind === 'queue.callback' || order.kind === 'queue.bot') return offerTo(floor, order);
	const agent = floor.agents.find(({ plan }) => plan.id === order.agent);
	if (!agent) return refused('unknown-name');
	return order.kind === 'agent.queues' ? reassign(floor, agent, order) : changeState(floor, agent, order);
}

function offerTo(floor: Floor, order: Order<'queue.callback'> | Order<'queue.bot'>): Outcome {
	const queue = floor.queues.find(({ plan }) => plan.id === order.queue);
	if (!queue) return refused('unknown-name');
	const { channel, language } = queue.plan;
	const hasBot = floor.scenario.bots.some(
		(bot) => bot.channels.includes(channel) && bot.languages.includes(language)
	);
	const isCall = order.kind === 'queue.callback';
	if (isCall ? channel !== 'voice' : !hasBot) return refused('not-supported');
	offerLine(floor, queue, {
		kind: isCall ? 'callback' : 'bot',
		intent: isCall ? null : order.intent,
		left: order.contacts,
		untilMs: Date.parse(order.until),
		fromMs: isCall ? Date.parse(order.from) : 0,
		toMs: isCall ? Date.parse(order.to) : 0
	});
	return OBEYED;
}

function changeState(floor: Floor, agent: FloorAgent, { state }: Order<'agent.state'>): Outcome {
	if (state === 'handling' || state === 'offered' || state === 'wrap') return refused('by-contacts-only');
	if (state === 'available') {
		if (!agent.onDuty && !isWithinShift(floor, agent)) return refused('off-duty');
		if (agent.state === 'lunch') return refused('on-lunch');
		agent.onDuty = true;
		agent.pause = null;
		agent.pauseToken++;
	} else if (state === 'offline') {
		agent.onDuty = false;
		agent.pause = null;
		agent.pauseToken++;
	} else {
		if (!agent.onDuty) return refused('off-duty');
		agent.pauseToken++;
		agent.pause = { kind: state, durationMs: PAUSE_MS[state], running: false };
	}
	refreshAgent(floor, agent);
	serve(floor, agent);
	return agent.state === state || state === 'available' ? OBEYED : { obeyed: true, answer: 'after-contact' };
}

function reassign(floor: Floor, agent: FloorAgent, { queues }: Order<'agent.queues'>): Outcome {
	const wanted = floor.queues.filter(({ plan }) => queues.includes(plan.id));
	if (wanted.length < queues.length) return refused('unknown-name');
	const proficiencies = wanted.map((queue) => proficiencyOf(agent, queue));
	if (proficiencies.includes(null)) return refused('no-skill');
	for (const queue of agent.queues.splice(0))
		queue.agents.splice(
			queue.agents.findIndex((entry) => entry.agent === agent),
			1
		);
	wanted.forEach((queue, i) => {
		agent.queues.push(queue);
		queue.agents.push({ agent, proficiency: proficiencies[i]! });
	});
	serve(floor, agent);
	return OBEYED;
}

function proficiencyOf({ plan }: FloorAgent, queue: FloorQueue): number | null {
	if (plan.languages && !plan.languages.includes(queue.plan.language)) return null;
	return plan.skills.find(({ skill }) => skill === queue.plan.skill)?.proficiency ?? null;
}

function passOn(floor: Floor, order: Order<'contact.transfer'>): Outcome {
	const contact = findContact(floor, order.contact);
	if (!contact) return refused('contact-over');
	if (order.queue === undefined) return refused('not-supported');
	const target = floor.queues.find(({ plan }) => plan.id === order.queue);
	if (!target) return refused('unknown-name');
	if (contact.stage === 'talking' || contact.stage === 'held') {
		contact.transferTo = target;
		transfer(floor, contact);
		return OBEYED;
	}
	const { waiting } = contact.queue;
	contact.token++;
	waiting.splice(waiting.indexOf(contact), 1);
	floor.emit('marea.contact.transferred', { ...contactData(contact), to: target.plan.id });
	contact.queue = target;
	enqueue(floor, contact);
	return OBEYED;
}

/** One that waits or is being talked to; what rings or is written up is past moving. */
function findContact(floor: Floor, id: string): FloorContact | undefined {
	for (const { waiting } of floor.queues)
		for (const contact of waiting) if (contact.id === id) return contact;
	for (const { contacts } of floor.agents)
		for (const contact of contacts)
			if (contact.id === id && (contact.stage === 'talking' || contact.stage === 'held')) return contact;
	return undefined;
}
