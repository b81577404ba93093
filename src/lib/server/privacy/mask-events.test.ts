import { expect, it } from 'vitest';
import { maskEvents } from './mask-events.ts';

const event = (type: string, data: object) => ({ source: 's', id: '1', type, at: 0, data });

it('maskEvents() masks what a bot passes on, in texts and in numbers, and leaves the rest the same object', () => {
	const [turn] = maskEvents([
		event('marea.bot.turn', {
			contact: 'c',
			verified: { contract: 'CC1234567', identity: true },
			facts: { card: '4111 1111 1111 1111', cardNumber: 4111111111111111, amount: 84.2, nested: { a: 1 } }
		})
	]);
	expect(JSON.stringify(turn)).not.toContain('4111');
	expect(turn!.data).toMatchObject({
		verified: { contract: 'CC1234567', identity: true },
		facts: { amount: 84.2, nested: { a: 1 } }
	});
	for (const facts of [undefined, null, 'text', ['a'], { amount: 84.2 }]) {
		const plain = event('marea.bot.turn', { contact: 'c', facts });
		expect(maskEvents([plain])[0]).toBe(plain);
	}
});
