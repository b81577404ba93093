export {
	COUNT_COLUMNS,
	DAY_COLUMNS,
	SUM_COLUMNS,
	type CountColumn,
	type DayColumn,
	type SumColumn
} from './facts/fact-columns.ts';
export type { FactAgent, PerformanceFacts } from './facts/performance-facts.ts';
export { FactBuilder, type AgentDayRow, type FactRow } from './facts/fact-builder.ts';
export { METRICS, METRIC_SPECS, type Metric, type MetricSpec } from './metrics.ts';
export { deviationOf, figureAt } from './figure-at.ts';
export { compareAgents, type FairComparison } from './compare/compare-agents.ts';
export { tenureCurve, type Comparison, type Standing } from './compare/compare-metric.ts';
export { judgeAgents, type JudgeOptions } from './findings/judge-agents.ts';
export type { Needed, Verdict } from './findings/verdict.ts';
export { CAUSES, findCauses, type Cause, type Finding } from './findings/causes.ts';
export {
	measureEffect,
	type EffectQuestion,
	type MeasuredEffect,
	type Trend
} from './effect/measure-effect.ts';
export { windowMean, type WindowMean } from './effect/window.ts';
export {
	learnModules,
	type EffectPrior,
	type LearnedEffect,
	type ModuleUse
} from './effect/learn-modules.ts';
export {
	MODULE_FORMS,
	priorsOf,
	type Behaviour,
	type Catalogue,
	type CoachingModule,
	type ModuleForm,
	type Words
} from './recommend/catalogue.ts';
export { SEED_CATALOGUE } from './recommend/seed-catalogue.ts';
export type { ExpectedEffect } from './recommend/expected-effect.ts';
export type { Mentor } from './recommend/mentors.ts';
export {
	recommend,
	type AgentCoaching,
	type CoachedFinding,
	type Coaching,
	type CoachingInput,
	type Recommendation
} from './recommend/recommend.ts';
export { WORTH_MINUTES, type WorthMinutes } from './recommend/work-saved.ts';
export { chooseEvidence, type Evidence, type EvidenceContact } from './recommend/choose-evidence.ts';
