import { describe, expect, it } from 'vitest';
import { balance } from './balance.ts';
import { floorLevers } from './floor-levers.ts';
import { queueWeight } from './queue-weight.ts';

const base = { id: 'a', queue: 'support', cost: 0.2, laterWorth: 2 };
const pause = { ...base, group: 'g', agents: 2, pace: 1, durationSeconds: 900 };

describe('floorLevers()', () => {
	it('moves a break out of the window, at the price of the next one', () => {
		const [later] = floorLevers(1800, {
			breaks: [{ ...pause, startSeconds: 600, earliestSeconds: 600, latestSeconds: 2400 }]
		});
		expect(later).toMatchObject({ id: 'break later a', most: 2, group: 'g', isMove: true });
		expect(later!.effects).toEqual([{ queue: 'support', agents: 0.5 }]);
		expect(later!.cost).toBeCloseTo(0.2 + 0.5 * 2, 9);
	});
	it('brings one forward only as far as its legal window allows, and gains for the next window', () => {
		const [earlier, more] = floorLevers(1800, {
			breaks: [{ ...pause, startSeconds: 1800, earliestSeconds: 1350, latestSeconds: 1800 }]
		});
		expect(more).toBeUndefined();
		expect(earlier!.effects[0]!.agents).toBeCloseTo(-0.25, 9);
		expect(earlier!.cost).toBeCloseTo(0.2 - 0.25 * 2, 9);
	});
	it('counts overtime, time off, callbacks and bots in effective agents', () => {
		const offer = { ...base, agents: 3, pace: 0.8, seconds: 900, payWorth: 1 };
		const contacts = { ...base, contacts: 6, ahtSeconds: 300, successShare: 0.6 };
		const levers = floorLevers(1800, { overtime: [offer], timeOff: [offer], callbacks: [contacts], handoffs: [contacts] }); // prettier-ignore
		expect(
			levers.map(({ id, cost, effects }) => [id, +cost.toFixed(3), +effects[0]!.agents.toFixed(3)])
		).toEqual([
			['overtime a', 1.2, 0.4],
			['time off a', -0.8, -0.4],
			['callback a', 0.4, 0.1],
			['bot a', 0.2, 0.1]
		]);
	});
	it('counts overtime and time off that reach beyond the window by what they do to the next one', () => {
		const offer = { ...base, agents: 3, pace: 0.8, seconds: 2700, payWorth: 3 };
		const [overtime, off] = floorLevers(1800, { overtime: [offer], timeOff: [offer] });
		expect(overtime!.effects).toEqual([{ queue: 'support', agents: 0.8 }]);
		expect(off!.effects).toEqual([{ queue: 'support', agents: -0.8 }]);
		// Half of the next window at a pace of 0.8, where an agent would save 2 contacts.
		expect(overtime!.cost).toBeCloseTo(0.2 + 3 - 0.8, 9);
		expect(off!.cost).toBeCloseTo(0.2 - 3 + 0.8, 9);
		// So nobody is let go into a window that will burn.
		const groups = [{ id: 'g', agents: 1, serving: 'support', can: [{ queue: 'support', pace: 1 }] }];
		const pulled = (laterWorth: number) => {
			const timeOff = [{ ...offer, agents: 1, group: 'g', laterWorth }];
			const levers = floorLevers(1800, { timeOff });
			return balance({ queues: [{ id: 'support', loss: [0] }], groups, moveCost: 1, levers }).levers.length;
		};
		expect([pulled(2), pulled(9)]).toEqual([1, 0]);
	});
	it('lets people go where nobody needs them, and nobody where a queue burns', () => {
		const timeOff = [{ ...base, cost: 0.2, group: 'g', agents: 3, pace: 1, seconds: 1800, payWorth: 0.5 }];
		const groups = [{ id: 'g', agents: 3, serving: 'support', can: [{ queue: 'support', pace: 1 }] }];
		const at = (loss: number[]) =>
			balance({ queues: [{ id: 'support', loss }], groups, moveCost: 1, levers: floorLevers(1800, { timeOff }) }); // prettier-ignore
		expect(at([4, 0]).levers).toEqual([{ id: 'time off a', times: 2 }]);
		expect(at([20, 12, 6, 2, 0])).toMatchObject({ status: 'stay', levers: [] });
	});
	it('refuses a window that is none', () => {
		expect(() => floorLevers(0, {})).toThrow('windowSeconds "0" must be finite and above 0');
	});
});

describe('queueWeight()', () => {
	it('is the priority, more where those who wait are cross', () => {
		expect(queueWeight(1.6, [])).toBe(1.6);
		expect(queueWeight(2, [0.5, null])).toBe(2);
		expect(queueWeight(1.6, [-1, null, 0.4, -0.5])).toBeCloseTo(1.9, 9);
		expect(() => queueWeight(0, [])).toThrow('priority "0"');
	});
});
