import type { AgentPlace } from '#solver/balancing/index.ts';
import { freeAgent, steadyQueue } from '#solver/prediction/testing.ts';
import type { FindRequest } from './find-moves.ts';

export const [CALM, BURNING] = [0, 1];
export const NOON = Date.UTC(2026, 10, 24, 12);
/** So many moves are left that the next costs what the first did. */
const PLENTY = { left: 1e6, most: 1e6 };
/** Nine people too many at one queue, too few at the other; all nine could serve either. */
export const request = (over: Partial<FindRequest> = {}): FindRequest => ({
	kind: 'find',
	nowAt: NOON,
	floor: {
		queues: [
			steadyQueue({ id: 'calm', arrivals: new Array<number>(12).fill(4) }),
			steadyQueue({ id: 'burning' })
		],
		agents: Array.from({ length: 16 }, (_, a) => freeAgent({ queues: [a < 10 ? CALM : BURNING] }))
	},
	variants: ['of-offered', 'of-offered'],
	places: Array.from({ length: 16 }, (_, a): AgentPlace => ({
		serving: a < 10 ? CALM : BURNING,
		can: a < 10 ? [0, 1].map((queue) => ({ queue, pace: 1 })) : [{ queue: BURNING, pace: 1 }],
		isFresh: false
	})),
	weights: [1, 1],
	standing: [],
	mostMoves: 6,
	store: PLENTY,
	notAlone: [],
	dayChanges: [],
	notOfDay: [],
	levers: [],
	...over
});
