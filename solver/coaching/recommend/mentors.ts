import { lineShares } from '../effect/line-shares.ts';
import type { PerformanceFacts } from '../facts/performance-facts.ts';
import type { Finding } from '../findings/causes.ts';
import type { Verdict } from '../findings/verdict.ts';

/** Somebody strong where another is weak, on the same work. */
export interface Mentor {
	agent: number;
	/** The strength that there is to learn from. */
	strength: Verdict;
	/** Share of work that both have in common, 0–1. */
	commonWork: number;
}

const LEAST_COMMON_WORK = 0.25;
/** A mentor of more people than this at once has no time left for contacts. */
const MOST_EACH = 2;

/**
 * Mentors for every finding, best first: strong in one of its metrics and without a gap in any, a quarter of the work in
 * common, a language in common where languages are known, and no one named for more than two others.
 * Cost: O(findings × strengths).
 */
export function chooseMentors(
	facts: PerformanceFacts,
	verdicts: readonly Verdict[],
	findings: readonly Finding[],
	each = 2
): Map<Finding, Mentor[]> {
	const shares = lineShares(facts);
	const strengths = verdicts.filter(({ kind }) => kind === 'strength');
	const gaps = new Set(
		verdicts.filter(({ kind }) => kind === 'gap').map(({ agent, metric }) => `${agent} ${metric}`)
	);
	const named = new Map<number, number>();
	const chosen = new Map<Finding, Mentor[]>();
	const urgent = [...findings].sort((a, b) => a.gaps[0]!.sds - b.gaps[0]!.sds || a.agent - b.agent);
	for (const finding of urgent) {
		const metrics = new Set(finding.gaps.map(({ metric }) => metric));
		const ranked = strengths
			.filter(
				({ agent, metric }) =>
					agent !== finding.agent &&
					metrics.has(metric) &&
					![...metrics].some((other) => gaps.has(`${agent} ${other}`)) &&
					shareLanguage(facts, agent, finding.agent)
			)
			.map((strength) => ({
				agent: strength.agent,
				strength,
				commonWork: common(shares, strength.agent, finding.agent)
			}))
			.filter(({ commonWork }) => commonWork >= LEAST_COMMON_WORK)
			.sort((a, b) => b.commonWork * b.strength.sds - a.commonWork * a.strength.sds || a.agent - b.agent);
		const mentors: Mentor[] = [];
		for (const mentor of ranked) {
			if (mentors.length === each) break;
			const load = named.get(mentor.agent) ?? 0;
			if (load >= MOST_EACH || mentors.some(({ agent }) => agent === mentor.agent)) continue;
			named.set(mentor.agent, load + 1);
			mentors.push(mentor);
		}
		chosen.set(finding, mentors);
	}
	return chosen;
}

function common(shares: readonly Map<number, number>[], a: number, b: number): number {
	let sum = 0;
	for (const [line, share] of shares[a]!) sum += Math.min(share, shares[b]!.get(line) ?? 0);
	return sum;
}

function shareLanguage({ agents }: PerformanceFacts, a: number, b: number): boolean {
	const [one, other] = [agents[a]!.languages, agents[b]!.languages];
	return !one || !other || one.some((language) => other.includes(language));
}
