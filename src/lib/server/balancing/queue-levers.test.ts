import { describe, expect, it } from 'vitest';
import { noLeverFacts, queueLevers, type LeverFacts, type LineFacts } from './queue-levers.ts';

const spare = [{ fromAt: 0, toAt: 1_800_000, agents: 2 }];
const facts = (over: Partial<LeverFacts> = {}): LeverFacts => ({
	...noLeverFacts(),
	spare: new Map([['bills', spare]]),
	containment: new Map([['balance', 0.7]]),
	withBot: new Set(['bills']),
	...over
});
const line = (over: Partial<LineFacts> = {}): LineFacts => ({
	id: 'bills',
	channel: 'voice',
	intents: ['balance', 'balance', 'cancel', null],
	waiting: 5,
	offered: [],
	...over
});

describe('queueLevers()', () => {
	it('are callbacks, and a bot for the part of the line whose reason it contains well', () => {
		expect(queueLevers(line(), facts())).toEqual({
			spare,
			offered: [],
			callback: { acceptShare: 0.3, isAssumed: true },
			bots: [{ intent: 'balance', reach: 0.4, containment: 0.7, acceptShare: 0.4, isAssumed: true }]
		});
	});

	it('are no bot where the queue has none, the containment is not known, or hardly anybody waits for it', () => {
		expect(queueLevers(line(), facts({ withBot: new Set() })).bots).toEqual([]);
		expect(queueLevers(line(), facts({ containment: new Map() })).bots).toEqual([]);
		expect(queueLevers(line({ intents: ['balance'] }), facts()).bots).toEqual([]);
	});

	it('take what earlier offers brought before what is usual, and offer nothing twice', () => {
		expect(queueLevers(line(), facts({ callbackShare: 0.12 })).callback).toEqual({ acceptShare: 0.12, isAssumed: false }); // prettier-ignore
		const none = queueLevers(line({ offered: ['callback', 'bot'] }), facts());
		expect([none.callback, none.bots]).toEqual([null, []]);
		expect(queueLevers(line({ channel: 'chat' }), facts()).callback).toBeNull();
	});
});
