import { blockingOdds } from './blocking-odds.ts';
import { checkQueue, type QueueInput } from './check-queue.ts';

export interface ErlangCMeasures {
	status: 'stable';
	/** Share of contacts that wait at all. */
	probabilityOfWait: number;
	/** Share of contacts answered within the threshold (nobody abandons, so of offered = of answered). */
	serviceLevel: number;
	/** Mean queue time of all contacts. */
	asaSeconds: number;
	/** Load per agent. */
	occupancy: number;
}

/** With load ≥ agents the queue grows without end: there is no steady state and no figure to give. */
export interface ErlangCUnstable {
	status: 'unstable';
	/** Fewest agents with which the queue is stable. */
	agentsNeeded: number;
	explanation: string;
}

/**
 * Erlang C: M/M/n with endless patience.
 *
 * Waiting times are exponential beyond the atom at 0: P(W > t) = C·e^−(n−A)t/AHT, with C from Erlang B
 * (Gans, Koole & Mandelbaum 2003, "Telephone call centers", §4.1). The service level is summed from positive
 * parts, so it keeps its relative precision (1e-12) where it is small as well. Cost O(√load).
 *
 * @throws RangeError for input outside the domain of QueueInput
 * @example erlangC({ loadErlangs: 1, agents: 2, ahtSeconds: 240, thresholdSeconds: 20 }) // probabilityOfWait 1/3
 */
export function erlangC(input: QueueInput): ErlangCMeasures | ErlangCUnstable {
	checkQueue('Computing Erlang C', input);
	const { loadErlangs, agents, ahtSeconds, thresholdSeconds } = input;
	const spare = agents - loadErlangs;
	if (spare <= 0) {
		const agentsNeeded = Math.floor(loadErlangs) + 1;
		return {
			status: 'unstable',
			agentsNeeded,
			explanation:
				`A load of ${Number(loadErlangs.toPrecision(6))} Erlangs on ${agents} agents never settles when nobody ` +
				`abandons: the queue grows without end. At least ${agentsNeeded} agents are needed, or a patience.`
		};
	}
	// C = nB / (n − A + AB) and B = 1 / (1 + odds), so C = q / (n − A + q) with q = n / odds.
	const q = agents / blockingOdds(loadErlangs, agents);
	const free = spare / (spare + q);
	const wait = q / (spare + q);
	return {
		status: 'stable',
		probabilityOfWait: wait,
		serviceLevel: free - wait * Math.expm1((-spare * thresholdSeconds) / ahtSeconds),
		asaSeconds: (wait * ahtSeconds) / spare,
		occupancy: loadErlangs / agents
	};
}
