import { describe, expect, it } from 'vitest';
import type { LoggedEvent } from '#lib/contracts/events.ts';
import { foldContact } from '../live/index.ts';
import { needFacts, queueOf } from './need-facts.ts';

type Told = [type: string, at: number, data?: LoggedEvent['data']];

function factsOf(told: Told[], scores: (number | null)[] = []) {
	const fold = foldContact(
		told.map(([type, at, data], i) => ({
			source: 's',
			id: String(i),
			seq: i + 1,
			type: `marea.${type}`,
			at,
			data: { contact: 'c', channel: 'chat', ...data }
		}))
	);
	const contact = { fold, events: null, scores, storedMessages: 0, talksIn: null };
	return { fold, facts: needFacts(contact, { thresholdSeconds: 20, repeatContacts: 2 }) };
}
const says = (at: number, party: 'customer' | 'agent' | 'bot', text = 'hello'): Told => [
	'message',
	at,
	{ party, text }
];
const withAgent: Told[] = [
	['contact.queued', 10, { queue: 'q' }],
	['contact.answered', 20, { queue: 'q', agent: 'a' }]
];

describe('needFacts()', () => {
	it('tells a bot’s failed turns and the running mood of the customer alone', () => {
		const { fold, facts } = factsOf(
			[
				['bot.started', 1, { bot: 'b', queue: 'q' }],
				['bot.turn', 2, { understood: false }],
				says(3, 'customer'),
				says(4, 'bot'),
				says(5, 'customer'),
				['bot.turn', 6, { understood: true }]
			],
			[0.4, null, -0.8]
		);
		expect(facts).toMatchObject({ place: 'bot', failedBotTurns: 1, moods: [2, -1], repeatContacts: 2 });
		expect(queueOf(fold)).toBe('q');
	});

	it('tells since when a written customer has no answer of the person: from the first word after theirs', () => {
		expect(factsOf([...withAgent, says(30, 'customer'), says(40, 'customer')]).facts).toMatchObject({
			place: 'agent',
			unansweredSinceMs: 30
		});
		expect(
			factsOf([...withAgent, says(30, 'customer'), says(40, 'agent')]).facts!.unansweredSinceMs
		).toBeNull();
		// What was written in the line waits from the answer on.
		expect(factsOf([says(5, 'customer'), ...withAgent]).facts!.unansweredSinceMs).toBe(20);
		const spoken = withAgent.map(([type, at, data]): Told => [type, at, { ...data, channel: 'voice' }]);
		expect(
			factsOf([...spoken, ['message', 30, { party: 'customer', text: 'hi', channel: 'voice' }]]).facts
		).toMatchObject({ unansweredSinceMs: null });
	});

	it('tells what was said before a person took it from what was said to the person', () => {
		const angry = 'I want to speak to a human';
		const { facts } = factsOf([says(5, 'customer', angry), ...withAgent, says(30, 'customer', angry)]);
		const asked = facts!.cues.filter(({ kind }) => kind === 'asks-for-person');
		expect(asked.map(({ isBeforePerson, turnsSince }) => [isBeforePerson, turnsSince])).toEqual([
			[true, 1],
			[false, 0]
		]);
	});

	it('tells a hold, the wait and a priority, and nothing of a contact that is over', () => {
		expect(factsOf([...withAgent, ['contact.held', 50]]).facts!.heldSinceMs).toBe(50);
		expect(factsOf([['contact.queued', 10, { queue: 'q', priority: 7 }]]).facts).toMatchObject({
			place: 'waiting',
			waitingSinceMs: 10,
			priority: 7
		});
		expect(factsOf([...withAgent, ['contact.ended', 60]]).facts).toBeNull();
	});
});
