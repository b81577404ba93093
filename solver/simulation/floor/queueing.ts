import { composeWriteOn } from '../transcripts/compose-write-on.ts';
import { contactData, planStep } from './contact-data.ts';
import { remember } from './arrive.ts';
import { askInLine } from './line-offers.ts';
import { chooseAgent, offer, release } from './routing.ts';
import type { Floor, FloorContact } from './floor.ts';

/** Into the line; straight on to an agent when one has room and nobody waits before. */
export function enqueue(floor: Floor, contact: FloorContact): void {
	const { queue } = contact;
	contact.token++;
	contact.stage = 'waiting';
	contact.agent = null;
	contact.queuedAtMs = floor.nowMs;
	floor.emit('marea.contact.queued', contactData(contact));
	queue.waiting.push(contact);
	const agent = queue.waiting.length === 1 ? chooseAgent(floor, queue) : null;
	const { patienceSeconds, maxWaitSeconds } = queue.plan;
	if (patienceSeconds !== null && !contact.isCalledBack)
		planStep(floor, contact, 'patience', contact.random.exponential(patienceSeconds));
	if (maxWaitSeconds !== null && !contact.isCalledBack) planStep(floor, contact, 'max-wait', maxWaitSeconds);
	if (agent) offer(floor, contact, agent);
	else askInLine(floor, contact);
	planWriteOn(floor, contact);
}

/** Those who type do not stop because the bot has handed them on: some write again before a person answers. */
function planWriteOn(floor: Floor, contact: FloorContact): void {
	const { queue, bot, transfers } = contact;
	if (!floor.withMessages || bot === null || transfers > 0 || queue.plan.channel === 'voice') return;
	const random = contact.random.fork('write on');
	if (random.uniform() < 0.4) planStep(floor, contact, 'write-on', 1 + random.exponential(12));
}

export function writeOn(floor: Floor, contact: FloorContact): void {
	const text = composeWriteOn(contact.random, contact.queue.plan.language, contact.mood);
	floor.emit('marea.message', { ...contactData({ ...contact, agent: null }), party: 'customer', text });
}

/** Patience is over: the customer leaves the line, or hangs up while an agent's phone rings. */
export function abandon(floor: Floor, contact: FloorContact): void {
	leaveLine(floor, contact, () =>
		floor.emit('marea.contact.abandoned', contactData({ ...contact, agent: null }))
	);
	remember(floor, contact);
}

/** Without `why`, the queue's longest wait is over: the contact goes to a callback or voicemail. */
export function flowOut(
	floor: Floor,
	contact: FloorContact,
	why = { to: contact.queue.plan.overflowTo as string, reason: 'longest wait' }
): void {
	if (contact.stage !== 'waiting') return;
	leaveLine(floor, contact, () =>
		floor.emit('marea.contact.flowed_out', { ...contactData(contact), ...why })
	);
}

function leaveLine(floor: Floor, contact: FloorContact, tell: () => void): void {
	const { waiting } = contact.queue;
	const { agent, stage } = contact;
	contact.token++;
	contact.stage = 'gone';
	if (stage === 'waiting') waiting.splice(waiting.indexOf(contact), 1);
	tell();
	if (agent) release(floor, contact, agent);
}
