export {
	FAIL_RULES,
	type AnswerValue,
	type Answers,
	type FailRule,
	type FormItem,
	type FormSection,
	type QualityForm,
	type Words
} from './form.ts';
export { scoreEvaluation, type EvaluationScore, type SectionScore } from './score-evaluation.ts';
export { drawSample, type Drawn } from './draw-sample.ts';
export { sampleMean, type SampleMean, type StratumScores } from './sample-mean.ts';
export { agreement, type Agreement, type UnitValues } from './agreement.ts';
export { leniency, type GivenScore, type Leniency } from './leniency.ts';
export { RISKS, rankRisk, rateRisk, type Risk, type RiskContact, type RiskReason } from './rank-risk.ts';
export { studentQuantile } from './student-quantile.ts';
