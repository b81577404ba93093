import { drawDuration } from '../draws.ts';
import { composeBotTurn } from '../transcripts/compose-bot-turn.ts';
import { contactData, planStep } from './contact-data.ts';
import { remember } from './arrive.ts';
import type { Floor, FloorContact } from './floor.ts';

/**
 * One question and answer with the bot. The first turn settles how the conversation goes: contained or not, and how
 * many turns. A turn that the bot does not understand sours the mood; the last turn of one that is not contained is
 * a request for a person.
 */
export function botTurn(floor: Floor, contact: FloorContact): void {
	const bot = contact.bot!;
	const { random, queue } = contact;
	if (contact.botTurn === 0) {
		contact.resolved = random.uniform() < queue.plan.botContainment;
		contact.botTurns = 2 + random.below(contact.resolved ? 4 : 3);
		floor.emit('marea.bot.started', { ...contactData(contact), bot: bot.id });
	}
	const turn = ++contact.botTurn;
	const last = turn === contact.botTurns;
	const understood = last
		? contact.resolved
		: random.uniform() >= bot.failShare * (contact.resolved ? 0.5 : 2);
	if (!understood) contact.mood = Math.max(-1, contact.mood - 0.12);
	const said = floor.withMessages
		? composeBotTurn(contact.random, {
				language: queue.plan.language,
				intent: contact.intent,
				site: floor.scenario.site.name,
				customerName: contact.customer.name,
				botName: bot.name,
				mood: contact.mood,
				turn,
				step: contact.botStep,
				last,
				understood,
				resolved: contact.resolved,
				digital: queue.plan.channel !== 'voice'
			})
		: null;
	if (understood) contact.botStep++;
	if (said) {
		Object.assign(contact.verified, said.verified);
		Object.assign(contact.facts, said.facts);
	}
	const known = (told: Record<string, string>) => (Object.keys(told).length > 0 ? { ...told } : undefined);
	floor.emit('marea.bot.turn', {
		...contactData(contact),
		bot: bot.id,
		turn,
		understood,
		verified: known(contact.verified),
		facts: known(contact.facts)
	});
	for (const { party, text } of said?.lines ?? [])
		floor.emit('marea.message', { ...contactData(contact), bot: bot.id, party, text });
	planStep(floor, contact, last ? 'bot-over' : 'bot-turn', drawDuration(random, bot.turnSeconds, 0.5));
}

/** The bot closes the contact, or hands it on to the line. */
export function botOver(floor: Floor, contact: FloorContact): void {
	const data = { ...contactData(contact), bot: contact.bot!.id };
	if (!contact.resolved) {
		const reason = contact.random.uniform() < 0.55 ? 'person requested' : 'not understood';
		floor.emit('marea.bot.escalated', { ...data, reason });
		planStep(floor, contact, 'enqueue', 0);
		return;
	}
	contact.token++;
	contact.stage = 'gone';
	contact.mood = Math.min(1, contact.mood + 0.5);
	floor.emit('marea.bot.resolved', data);
	floor.emit('marea.contact.ended', contactData(contact));
	if (contact.random.uniform() < 0.08) remember(floor, contact);
	if (contact.random.uniform() < floor.scenario.site.surveyShare / 2)
		planStep(floor, contact, 'survey', 20 + contact.random.exponential(60));
}
