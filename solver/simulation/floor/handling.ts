import { drawDuration, pick } from '../draws.ts';
import { HOLD_PART, workTerms } from '../work-terms.ts';
import { composeConversation } from '../transcripts/compose-conversation.ts';
import { refreshAgent } from './agent-state.ts';
import { remember } from './arrive.ts';
import { contactData, planStep } from './contact-data.ts';
import { release } from './routing.ts';
import type { Floor, FloorAgent, FloorContact, FloorQueue } from './floor.ts';

const MOST_TRANSFERS = 2;

/** The agent answers: the talk, its hold, its end and what will be said are drawn here. */
export function answer(floor: Floor, contact: FloorContact): void {
	const agent = contact.agent!;
	const { random, queue } = contact;
	const { plan } = queue;
	contact.token++;
	contact.stage = 'talking';
	contact.answeredAtMs = floor.nowMs;
	floor.emit('marea.contact.answered', contactData(contact));
	refreshAgent(floor, agent);

	// By the plan: an order may have taken the agent off the queue while the phone rang.
	const { proficiency } = agent.plan.skills.find(({ skill }) => skill === plan.skill)!;
	const terms = workTerms(floor.scenario.site, plan, agent.plan, proficiency, contact.intent);
	const busySeconds = drawDuration(random, terms.busySeconds, plan.ahtCv, plan.ahtDistribution);
	contact.wrapSeconds = drawDuration(random, terms.wrapSeconds, plan.ahtCv, plan.ahtDistribution);
	const transferred = contact.transfers < MOST_TRANSFERS && random.uniform() < terms.transferShare;
	const target = transferred ? transferTarget(floor, contact) : null;
	contact.transferTo = target;

	const holds = plan.channel === 'voice' && random.uniform() < terms.holdChance;
	const holdSeconds = holds ? busySeconds * Math.max(HOLD_PART, plan.holdShare) : 0;
	const holdAt = (busySeconds - holdSeconds) * (0.3 + 0.4 * random.uniform());
	contact.holdSeconds = holdSeconds;
	if (holds) {
		planStep(floor, contact, 'hold', holdAt);
		planStep(floor, contact, 'resume', holdAt + holdSeconds);
	}
	planStep(floor, contact, target ? 'transfer' : 'leave', busySeconds);

	const startMood = moodAfterWait(floor, contact);
	contact.resolved = !target && random.uniform() < terms.resolveChance;
	const change = contact.resolved ? 0.45 + 0.6 * random.uniform() : -0.45 + 0.5 * random.uniform();
	contact.mood = Math.max(-1, Math.min(1, startMood + change + terms.moodLift));
	if (floor.withMessages) say(floor, contact, agent, startMood, target, busySeconds, holds ? holdAt : null);
}

/** Waiting wears on people: by half a point at twice the time that the queue promises. */
function moodAfterWait(floor: Floor, contact: FloorContact): number {
	const promised = Math.max(contact.queue.plan.serviceLevel.thresholdSeconds, 10);
	const waited = (floor.nowMs - contact.queuedAtMs) / 1000;
	return Math.max(-1, contact.mood - Math.min(0.5, (0.25 * waited) / promised));
}

function say(
	floor: Floor,
	contact: FloorContact,
	agent: FloorAgent,
	startMood: number,
	target: FloorQueue | null,
	busySeconds: number,
	holdAt: number | null
): void {
	const { plan } = contact.queue;
	const talkSeconds = busySeconds - contact.holdSeconds;
	contact.script = composeConversation(contact.random, {
		language: plan.language,
		channel: plan.channel,
		intent: contact.intent,
		agentName: agent.plan.name,
		customerName: contact.customer.name,
		site: floor.scenario.site.name,
		startMood,
		endMood: contact.mood,
		resolved: contact.resolved,
		afterBot: contact.bot !== null,
		leg: contact.transfers,
		transferredOn: target !== null,
		hold: holdAt === null ? null : holdAt / talkSeconds,
		talkSeconds
	});
	// What is said after the hold is later by its length.
	for (const line of contact.script) {
		const seconds = line.at * talkSeconds;
		line.at = (seconds + (holdAt !== null && seconds > holdAt ? contact.holdSeconds : 0)) / busySeconds;
		line.at *= busySeconds * 1000;
	}
	contact.nextLine = 0;
	planLine(floor, contact);
}

function planLine(floor: Floor, contact: FloorContact): void {
	const line = contact.script[contact.nextLine];
	if (line) planStep(floor, contact, 'message', (contact.answeredAtMs + line.at - floor.nowMs) / 1000);
}

export function speak(floor: Floor, contact: FloorContact): void {
	const { party, text } = contact.script[contact.nextLine++]!;
	floor.emit('marea.message', { ...contactData(contact), party, text });
	planLine(floor, contact);
}

export function hold(floor: Floor, contact: FloorContact): void {
	contact.stage = 'held';
	floor.emit('marea.contact.held', contactData(contact));
}

export function resume(floor: Floor, contact: FloorContact): void {
	contact.stage = 'talking';
	floor.emit('marea.contact.resumed', contactData(contact));
}

function transferTarget(floor: Floor, contact: FloorContact): FloorQueue | null {
	const { plan } = contact.queue;
	const targets = floor.queues.filter(
		({ plan: other }) =>
			other.id !== plan.id &&
			(plan.transferTo.length > 0
				? plan.transferTo.includes(other.id)
				: other.channel === plan.channel && other.language === plan.language)
	);
	return targets.length === 0 ? null : pick(contact.random, targets);
}

/** Passed on: the first agent is free at once, the contact joins the other line. */
export function transfer(floor: Floor, contact: FloorContact): void {
	const agent = contact.agent!;
	const target = contact.transferTo!;
	contact.token++;
	contact.transfers++;
	floor.emit('marea.contact.transferred', { ...contactData(contact), to: target.plan.id });
	contact.queue = target;
	contact.stage = 'gone';
	planStep(floor, contact, 'enqueue', 0);
	release(floor, contact, agent);
}

/** The customer is gone; the agent writes up. */
export function leave(floor: Floor, contact: FloorContact): void {
	contact.token++;
	contact.stage = 'wrap';
	contact.script = [];
	floor.emit('marea.contact.ended', contactData(contact));
	if (!contact.resolved) remember(floor, contact);
	if (contact.wrapSeconds > 0) refreshAgent(floor, contact.agent!);
	planStep(floor, contact, 'wrapped', contact.wrapSeconds);
	if (contact.random.uniform() < floor.scenario.site.surveyShare)
		planStep(floor, contact, 'survey', 30 + contact.random.exponential(240));
}

export function wrapped(floor: Floor, contact: FloorContact): void {
	contact.stage = 'gone';
	floor.emit('marea.contact.wrapped', { ...contactData(contact), resolved: contact.resolved });
	release(floor, contact, contact.agent!);
}

/** One to five, from the mood at the end. */
export function survey(floor: Floor, contact: FloorContact): void {
	const score = Math.max(
		1,
		Math.min(5, Math.round(3.2 + 1.9 * contact.mood + 0.7 * contact.random.normal()))
	);
	floor.emit('marea.survey', { ...contactData(contact), score });
}
