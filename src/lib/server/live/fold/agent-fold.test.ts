import { describe, expect, it } from 'vitest';
import type { AgentState } from '#lib/contracts/terms.ts';
import { occupancy } from '../rows/agent-row.ts';
import { AgentFold } from './agent-fold.ts';

const HOUR = 3_600_000;
const state = (seq: number, at: number, name: AgentState) => ({
	seq,
	source: 's',
	id: `e${seq}`,
	type: 'marea.agent.state',
	at,
	data: { agent: 'a', state: name }
});

describe('AgentFold', () => {
	it('tells the same whatever order the states arrive in', () => {
		const events = [
			state(1, 0, 'available'),
			state(2, HOUR, 'handling'),
			state(3, 3 * HOUR, 'wrap'),
			state(4, 4 * HOUR, 'break')
		];
		for (const order of [
			[0, 1, 2, 3],
			[3, 2, 1, 0],
			[2, 0, 3, 1]
		]) {
			const fold = new AgentFold('a');
			for (const i of order) {
				fold.apply(events[i]!);
				fold.secondsToday(0, 5 * HOUR);
			}
			expect(fold.stateAt(5 * HOUR)).toEqual({ state: 'break', reason: null, since: 4 * HOUR });
			const seconds = fold.secondsToday(0, 5 * HOUR);
			expect(seconds).toEqual({ available: 3600, handling: 7200, wrap: 3600, break: 3600 });
			expect(occupancy(seconds)).toBe(0.75);
		}
	});

	it('starts anew at midnight, with the state that runs over it', () => {
		const fold = new AgentFold('a');
		fold.apply(state(1, 20 * HOUR, 'available'));
		fold.apply(state(2, 23 * HOUR, 'handling'));
		expect(fold.secondsToday(0, 23.5 * HOUR)).toEqual({ available: 3 * 3600, handling: 1800 });
		expect(fold.secondsToday(24 * HOUR, 25 * HOUR)).toEqual({ handling: 3600 });
	});

	it('counts time in state from the first of a run of the same word', () => {
		const fold = new AgentFold('a');
		for (let i = 0; i < 5; i++) fold.apply(state(i, i * 60_000, 'available'));
		expect(fold.stateAt(HOUR)!.since).toBe(0);
	});

	it('lets a word that is dated ahead wait for its time', () => {
		const fold = new AgentFold('a');
		fold.apply(state(1, 0, 'available'));
		fold.apply(state(2, 1e15, 'offline'));
		expect(fold.stateAt(HOUR)!.state).toBe('available');
		expect(fold.secondsToday(0, HOUR)).toEqual({ available: 3600 });
	});

	it('keeps the state that was running when it forgets, and says what it lacks', () => {
		const fold = new AgentFold('a');
		for (let i = 0; i < 10; i++) fold.apply(state(i, i * HOUR, i % 2 ? 'available' : 'break'));
		expect(fold.lacksHistory(0)).toBe(false);
		fold.forgetBefore(4.5 * HOUR);
		expect(fold.spans()[0]).toMatchObject({ state: 'break', fromAt: 4 * HOUR });
		expect([fold.lacksHistory(3 * HOUR), fold.lacksHistory(4 * HOUR)]).toEqual([true, false]);
		fold.restore([state(3, 3 * HOUR, 'available'), state(2, 2 * HOUR, 'break')], 2.5 * HOUR);
		expect(fold.spans()[0]).toMatchObject({ fromAt: 2 * HOUR });
		expect(fold.lacksHistory(2 * HOUR)).toBe(false);
	});

	it('keeps all that was said of the instant from which it remembers', () => {
		const fold = new AgentFold('a');
		for (const event of [state(1, 0, 'break'), state(2, HOUR, 'available'), state(3, HOUR, 'handling')])
			fold.apply(event);
		fold.takeChanges();
		fold.forgetBefore(2 * HOUR);
		fold.apply(state(4, 3 * HOUR, 'wrap'));
		// Stored spans from this instant on are replaced by these: the one without length is among them.
		expect(fold.takeChanges()).toMatchObject({
			fromAt: HOUR,
			spans: [{ state: 'available', toAt: HOUR }, { state: 'handling' }, { state: 'wrap' }]
		});
	});
});
