import type { PerformanceFacts } from '../facts/performance-facts.ts';

const known = new WeakMap<PerformanceFacts, Map<number, number>[]>();

/** By agent: the share of handled contacts on each line, a queue × channel as one number. Cost: O(rows), once a set of facts. */
export function lineShares(facts: PerformanceFacts): Map<number, number>[] {
	const before = known.get(facts);
	if (before) return before;
	const shares = facts.agents.map(() => new Map<number, number>());
	const { handled } = facts.counts;
	for (let i = 0; i < facts.rows; i++) {
		const line = facts.queue[i]! * 256 + facts.channel[i]!;
		const of = shares[facts.agent[i]!]!;
		of.set(line, (of.get(line) ?? 0) + handled[i]!);
	}
	for (const of of shares) {
		const total = [...of.values()].reduce((sum, n) => sum + n, 0);
		if (total > 0) for (const [line, n] of of) of.set(line, n / total);
	}
	known.set(facts, shares);
	return shares;
}
