import { dayFactor } from '../arrival-rate.ts';
import { drawWeighted } from '../draws.ts';
import { customerOf } from '../customer-name.ts';
import { BASE_MOOD } from './base-mood.ts';
import { contactData, planStep } from './contact-data.ts';
import type { Customer, Floor, FloorContact, FloorQueue } from './floor.ts';

const REMEMBERED = 400;

/** Draws the arrivals of the part of the day that begins now, and plans the next part. */
export function drawInterval(floor: Floor, queue: FloorQueue): void {
	const partSeconds = 86_400 / queue.plan.arrivals.intervalShape.length;
	// A hair into the part, so that a rounding of the instant cannot fall into the one before.
	const { day, weekday, secondsOfDay } = floor.clock.local(floor.nowMs + 1);
	const part = Math.min(Math.floor(secondsOfDay / partSeconds), queue.plan.arrivals.intervalShape.length - 1);
	const factor = dayFactor(floor.random.days, queue.plan, day, floor.scenario.site.dayVariation);
	const count = queue.random.poisson(queue.expected[weekday]![part]! * factor);
	for (let i = 0; i < count; i++) {
		const atMs = floor.nowMs + queue.random.uniform() * partSeconds * 1000;
		if (atMs >= floor.startMs) floor.agenda.add(atMs, { kind: 'arrival', queue });
	}
	floor.agenda.add(floor.nowMs + partSeconds * 1000, { kind: 'interval', queue });
}

/** A contact begins: with a bot where the queue has one in front, else straight into the line. */
export function arrive(floor: Floor, queue: FloorQueue): void {
	const contact = createContact(floor, queue, whoAndWhy(floor, queue));
	const { plan } = queue;
	const own = contact.random;
	const bots = floor.scenario.bots.filter(
		({ channels, languages }) => channels.includes(plan.channel) && languages.includes(plan.language)
	);
	contact.bot = bots.length > 0 && own.uniform() < plan.botShare ? bots[own.below(bots.length)]! : null;
	contact.mood = Math.max(-1, Math.min(1, (BASE_MOOD[contact.intent] ?? -0.1) + 0.35 * own.normal()));
	floor.emit('marea.contact.started', { ...contactData(contact), customerName: contact.customer.name });
	planStep(floor, contact, contact.bot ? 'bot-turn' : 'enqueue', 0);
}

/** A contact that has not begun yet, of no particular mood. */
export function createContact(
	floor: Floor,
	queue: FloorQueue,
	{ customer, intent }: { customer: Customer; intent: string }
): FloorContact {
	const n = ++floor.contacts;
	return {
		id: `${floor.runKey}-${String(n).padStart(6, '0')}`,
		customer,
		intent,
		random: floor.random.service.fork(`contact ${n}`),
		queue,
		stage: 'bot',
		token: 0,
		agent: null,
		bot: null,
		botTurns: 0,
		botTurn: 0,
		botStep: 0,
		verified: {},
		facts: {},
		mood: BASE_MOOD[intent] ?? -0.1,
		resolved: false,
		transfers: 0,
		transferTo: null,
		queuedAtMs: 0,
		answeredAtMs: 0,
		wrapSeconds: 0,
		holdSeconds: 0,
		script: [],
		nextLine: 0,
		offer: null,
		isCalledBack: false
	};
}

function whoAndWhy(floor: Floor, queue: FloorQueue): { customer: Customer; intent: string } {
	const { customers } = floor.random;
	const { language, intents } = queue.plan;
	if (customers.uniform() < floor.scenario.customers.repeatShare) {
		const i = floor.unresolved.findIndex(
			(was) => was.language === language && intents[was.intent] && was.atMs < floor.nowMs - 1_800_000
		);
		if (i >= 0) return floor.unresolved.splice(i, 1)[0]!;
	}
	const number = customers.below(floor.scenario.customers.poolSize);
	return { customer: customerOf(number, language), intent: drawWeighted(customers, intents) };
}

/** Keeps those who were not helped: some of them come back. */
export function remember(floor: Floor, contact: FloorContact): void {
	const { customer, intent, queue } = contact;
	floor.unresolved.push({ customer, intent, language: queue.plan.language, atMs: floor.nowMs });
	if (floor.unresolved.length > REMEMBERED) floor.unresolved.shift();
}
