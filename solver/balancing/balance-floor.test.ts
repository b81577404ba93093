import { describe, expect, it } from 'vitest';
import { balanceFloor, type FloorState } from './balance-floor.ts';
import { lossCurve } from './loss-curve.ts';

const state: FloorState = {
	windowSeconds: 1800,
	queues: [
		{ id: 'billing', waiting: 0, arrivals: 30, ahtSeconds: 300, patienceSeconds: 180, thresholdSeconds: 20 },
		{ id: 'support', waiting: 9, arrivals: 40, ahtSeconds: 300, patienceSeconds: 180, thresholdSeconds: 20 }
	],
	groups: [
		{
			id: 'both',
			agents: 9,
			serving: 'billing',
			can: [
				{ queue: 'billing', pace: 1 },
				{ queue: 'support', pace: 0.9 }
			]
		},
		{ id: 'support only', agents: 6, serving: 'support', can: [{ queue: 'support', pace: 1 }] }
	]
};

/**
 * How many of the nine should go, and what is lost then with the moves' cost and if nobody goes, by trying each number on
 * the curves.
 */
function fewestLost(): { sent: number; lost: number; stayed: number } {
	const [billing, support] = state.queues.map((queue) =>
		lossCurve({
			...queue,
			patienceSeconds: queue.patienceSeconds ?? null,
			weight: 1,
			targetShare: 0.8,
			windowSeconds: state.windowSeconds
		})
	);
	const at = (loss: number[], staff: number) => {
		const n = Math.floor(staff);
		return (loss[n] ?? 0) + (staff - n) * ((loss[n + 1] ?? 0) - (loss[n] ?? 0));
	};
	const lost = Array.from({ length: 10 }, (_, n) => at(billing!, 9 - n) + at(support!, 6 + 0.9 * n) + n);
	return { sent: lost.indexOf(Math.min(...lost)), lost: Math.min(...lost), stayed: lost[0]! };
}

describe('balanceFloor()', () => {
	it('moves agents from the queue that can spare to the one that burns, and says what it does to both', () => {
		const { status, moves, queues, objective, objectiveBefore } = balanceFloor(state);
		expect(status).toBe('optimal');
		expect(moves).toEqual([{ group: 'both', from: 'billing', to: 'support', agents: fewestLost().sent }]);
		const [billing, support] = queues;
		const gained = support!.inTargetAfter! - support!.inTargetBefore!;
		const given = billing!.inTargetBefore! - billing!.inTargetAfter!;
		expect(gained).toBeGreaterThan(given + 0.2);
		const { lost, stayed } = fewestLost();
		expect(objective).toBeCloseTo(lost, 6);
		expect(objectiveBefore).toBeCloseTo(stayed, 6);
		expect(stayed).toBeGreaterThan(lost);
	});
	it('leaves the floor alone when each move must save more than it can', () => {
		expect(balanceFloor({ ...state, moveCost: 40 })).toMatchObject({ status: 'stay', moves: [] });
	});
	it('sends more to a queue whose contacts weigh more', () => {
		const weighed = state.queues.map((queue) => (queue.id === 'support' ? { ...queue, weight: 4 } : queue));
		const sent = (floor: FloorState) =>
			balanceFloor(floor).moves.reduce((sum, { agents }) => sum + agents, 0);
		expect(sent({ ...state, queues: weighed })).toBeGreaterThan(sent(state));
	});
	it('knows no share for a queue without contacts', () => {
		const quiet = state.queues.map((queue) => ({ ...queue, waiting: 0, arrivals: 0 }));
		expect(balanceFloor({ ...state, queues: quiet })).toMatchObject({
			status: 'stay',
			queues: [{ inTargetBefore: null }, { inTargetAfter: null }]
		});
	});
});
