import type { FairComparison } from '../compare/compare-agents.ts';
import { learnModules, type LearnedEffect, type ModuleUse } from '../effect/learn-modules.ts';
import type { PerformanceFacts } from '../facts/performance-facts.ts';
import { findCauses, type Finding } from '../findings/causes.ts';
import { judgeAgents, type JudgeOptions } from '../findings/judge-agents.ts';
import type { Verdict } from '../findings/verdict.ts';
import { priorsOf, type Catalogue, type CoachingModule } from './catalogue.ts';
import { expectedEffect, type ExpectedEffect } from './expected-effect.ts';
import { chooseMentors, type Mentor } from './mentors.ts';
import { minutesSaved, WORTH_MINUTES, type WorthMinutes } from './work-saved.ts';

export interface CoachingInput {
	facts: PerformanceFacts;
	comparison: FairComparison;
	catalogue: Catalogue;
	/** What earlier uses of modules did. */
	uses?: readonly ModuleUse[];
	worth?: WorthMinutes;
	/** Modules named for a finding. */
	most?: number;
}

/** A module for a finding, with what it may bring. */
export interface Recommendation {
	module: string;
	effects: ExpectedEffect[];
	/** Work that it may save each week. */
	minutesPerWeek: number;
	effortMinutes: number;
	/** Minutes saved in a quarter for each minute of effort, times the chance that there is a gap: the order of doing. */
	priority: number;
}
export interface CoachedFinding extends Finding {
	recommendations: Recommendation[];
	mentors: Mentor[];
	/** Of its best recommendation. */
	priority: number;
}
export interface AgentCoaching {
	agent: number;
	/** Most worth doing first. Empty is an answer; `silence` says which. */
	findings: CoachedFinding[];
	strengths: Verdict[];
	/**
	 * `nothing`: as good as can fairly be expected; `thin`: the data do not carry a word yet in any metric of importance;
	 * null where there are findings.
	 */
	silence: 'nothing' | 'thin' | null;
}
export interface Coaching {
	verdicts: Verdict[];
	agents: AgentCoaching[];
	modules: LearnedEffect[];
}

const WEEKS_OF_A_QUARTER = 13;
const DAYS_OF_A_WEEK = 7;

/** From the fair comparison to what each agent should practise next. Cost: O(agents × modules), beside judgeAgents(). */
export function recommend(input: CoachingInput, options: JudgeOptions = {}): Coaching {
	const { facts, comparison, catalogue } = input;
	const verdicts = judgeAgents(comparison, options);
	const modules = learnModules(priorsOf(catalogue), input.uses ?? []);
	const byAgent = Map.groupBy(verdicts, ({ agent }) => agent);
	const findings = new Map([...byAgent].map(([agent, own]) => [agent, findCauses(own)]));
	const mentors = chooseMentors(facts, verdicts, [...findings.values()].flat());
	const weekly = contactsPerWeek(facts);
	const agents = [...byAgent].map(([agent, own]): AgentCoaching => {
		const coached = findings.get(agent)!.map((finding): CoachedFinding => {
			const recommendations = recommendFor(finding, input, modules, weekly[agent]!);
			return {
				...finding,
				recommendations,
				mentors: mentors.get(finding)!,
				priority: recommendations[0]?.priority ?? 0
			};
		});
		coached.sort((a, b) => b.priority - a.priority);
		const isThin = own.every(({ kind }) => kind === 'thin');
		return {
			agent,
			findings: coached,
			strengths: own.filter(({ kind }) => kind === 'strength').sort((a, b) => b.sds - a.sds),
			silence: coached.length > 0 ? null : isThin ? 'thin' : 'nothing'
		};
	});
	return { verdicts, agents, modules };
}

function recommendFor(
	finding: Finding,
	{ comparison, catalogue, worth = WORTH_MINUTES, most = 2 }: CoachingInput,
	learned: readonly LearnedEffect[],
	weekly: number
): Recommendation[] {
	const shown = [...finding.gaps, ...finding.support];
	const of = (module: CoachingModule): Recommendation | null => {
		const effects = shown.flatMap((verdict) => {
			const effect = learned.find((known) => known.module === module.id && known.metric === verdict.metric);
			return effect ? [expectedEffect(comparison.metrics.get(verdict.metric)!, verdict, effect)] : [];
		});
		if (!effects.some(({ metric, sds }) => sds > 0 && finding.gaps.some((gap) => gap.metric === metric)))
			return null;
		const minutesPerWeek = minutesSaved(effects, weekly, worth);
		const effortMinutes = module.agentMinutes + module.coachMinutes;
		return {
			module: module.id,
			effects,
			minutesPerWeek,
			effortMinutes,
			priority: (finding.probability * minutesPerWeek * WEEKS_OF_A_QUARTER) / effortMinutes
		};
	};
	return catalogue.modules
		.filter(({ causes }) => causes.includes(finding.cause))
		.flatMap((module) => of(module) ?? [])
		.sort((a, b) => b.priority - a.priority)
		.slice(0, most);
}

/** Over the days from an agent's first to last contact, so that who came late is not thought idle. */
function contactsPerWeek(facts: PerformanceFacts): Float64Array {
	const { handled } = facts.counts;
	const first = new Float64Array(facts.agents.length).fill(Infinity);
	const last = new Float64Array(facts.agents.length).fill(-Infinity);
	const total = new Float64Array(facts.agents.length);
	for (let i = 0; i < facts.rows; i++) {
		const a = facts.agent[i]!;
		first[a] = Math.min(first[a]!, facts.day[i]!);
		last[a] = Math.max(last[a]!, facts.day[i]!);
		total[a]! += handled[i]!;
	}
	return total.map((n, a) =>
		n === 0 ? 0 : (n * DAYS_OF_A_WEEK) / Math.max(DAYS_OF_A_WEEK, last[a]! - first[a]! + 1)
	);
}
