import { meanOf, type AgentDays } from './agent-days.ts';

/**
 * Variance of an agent's day around the agent's own level, beyond what so few contacts scatter by themselves: good and
 * bad days, and whatever else the contacts of one day share. Method of moments on Cochran's Q within agents
 * (DerSimonian & Laird, Controlled Clinical Trials 7, 1986). Cost: O(agents × days).
 */
export function dayVariance({ days, sum, weight, noise }: AgentDays, agents: number): number {
	let [q, expected, slope] = [0, 0, 0];
	for (let a = 0; a < agents; a++) {
		const own = meanOf(sum, weight, a * days, days);
		if (own.count < 2) continue;
		for (let at = a * days; at < (a + 1) * days; at++)
			if (weight[at]! > 0) q += weight[at]! * (sum[at]! / weight[at]! - own.mean) ** 2;
		expected += noise * (own.count - 1);
		slope += own.weight - own.squares / own.weight;
	}
	return slope > 0 ? Math.max(0, (q - expected) / slope) : 0;
}
