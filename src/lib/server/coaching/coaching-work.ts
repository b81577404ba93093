import {
	chooseEvidence,
	compareAgents,
	recommend,
	type Catalogue,
	type CoachedFinding,
	type Evidence,
	type EvidenceContact,
	type Metric,
	type ModuleUse,
	type PerformanceFacts,
	type Verdict
} from '#solver/coaching/index.ts';
import type { WorkTools } from '../jobs/index.ts';
import { measureSessions, type CoachedSession, type MeasuredSessions } from './measure-sessions.ts';

/** All that the worker needs; the facts are typed arrays. */
export interface CoachingWork {
	facts: PerformanceFacts;
	/** Newest contacts of each agent, to choose evidence from. */
	contacts: EvidenceContact[];
	catalogue: Catalogue;
	/** Held within the period; and uses of modules measured earlier. */
	sessions: CoachedSession[];
	settledUses: ModuleUse[];
}

export interface FoundFinding {
	agentId: string;
	finding: CoachedFinding;
	mainCase: { queue: string; channel: string; intent: string } | null;
	evidence: (Evidence & { agentId: string })[];
}
export interface CoachingFound {
	verdicts: (Verdict & { agentId: string })[];
	metrics: { metric: Metric; spread: number; material: number; agents: number }[];
	findings: FoundFinding[];
	measured: MeasuredSessions;
}

/** Compares, measures what sessions did, judges and recommends; in the worker. Null: stopped. */
export function findCoaching(
	{ facts, contacts, catalogue, sessions, settledUses }: CoachingWork,
	tools: Pick<WorkTools, 'report' | 'shouldStop'>
): CoachingFound | null {
	const comparison = compareAgents(facts);
	if (tools.shouldStop()) return null;
	tools.report(0.6);
	const measured = measureSessions(facts, comparison, sessions);
	if (tools.shouldStop()) return null;
	tools.report(0.7);
	const uses = [...settledUses, ...measured.uses];
	const { agents, verdicts } = recommend({ facts, comparison, catalogue, uses });
	const idOf = (agent: number): string => facts.agents[agent]!.id;
	const byAgent = Map.groupBy(contacts, ({ agent }) => agent);
	const findings = agents.flatMap(({ agent, findings: own }) =>
		own.map((finding): FoundFinding => {
			const mentors = finding.mentors.map((mentor) => mentor.agent);
			const some = [agent, ...mentors].flatMap((of) => byAgent.get(of) ?? []);
			const of = finding.mainCase === null ? null : comparison.cells.cases[finding.mainCase]!;
			return {
				agentId: idOf(agent),
				finding,
				mainCase: of && {
					queue: facts.queues[of.queue]!,
					channel: facts.channels[of.channel]!,
					intent: facts.intents[of.intent]!
				},
				evidence: chooseEvidence(facts, comparison, finding, some, mentors).map((evidence) => ({
					...evidence,
					agentId: idOf(evidence.agent)
				}))
			};
		})
	);
	return {
		verdicts: verdicts.map((verdict) => ({ ...verdict, agentId: idOf(verdict.agent) })),
		metrics: [...comparison.metrics].map(([metric, { spread, material, standings }]) => ({
			metric,
			spread,
			material,
			agents: standings.length
		})),
		findings,
		measured
	};
}
