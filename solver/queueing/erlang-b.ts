import { blockingOdds } from './blocking-odds.ts';
import { checkLoadAndAgents } from './check-queue.ts';

/**
 * Erlang B: the share of arrivals lost in M/M/n/n (no waiting room).
 *
 * Source: A. K. Erlang 1917; relative error below 1e-12 up to a million servers. Cost O(√load).
 *
 * @param loadErlangs offered load A, 0 to 1e9
 * @param agents servers n, whole, 0 to 1e9
 * @returns a fraction from 0 to 1; 1 with no servers
 * @throws RangeError outside that domain
 * @example erlangB(1, 2) // 0.2
 */
export function erlangB(loadErlangs: number, agents: number): number {
	checkLoadAndAgents('Computing Erlang B', loadErlangs, agents);
	return 1 / (1 + blockingOdds(loadErlangs, agents));
}
