export { agentAverages, type AgentAverage } from './agent-averages.ts';
export { answerDispute, type DisputeAnswered } from './answer-dispute.ts';
export {
	closeCalibration,
	listCalibrations,
	readCalibration,
	startCalibration,
	type CalibrationRow,
	type CalibrationView,
	type NamedLeniency
} from './calibrations.ts';
export { discardDraft } from './discard-draft.ts';
export { disputeItem, withdrawDispute, type Disputed } from './dispute-item.ts';
export { drawSamples, type SamplesDrawn } from './draw-samples.ts';
export { listForms, readForm, type FormRow, type FormVersion } from './forms.ts';
export { gatherEvaluations } from './gather-evaluations.ts';
export { listEvaluations, type EvaluationListRow } from './list-evaluations.ts';
export { listQueue, type QueueRow } from './list-queue.ts';
export { readQualitySettings, updateQualitySettings } from './quality-settings.ts';
export { readEvaluation, type EvaluationView } from './read-evaluation.ts';
export { readSubject, type Subject } from './read-subject.ts';
export { retireForm } from './retire-form.ts';
export { retractEvaluation } from './retract-evaluation.ts';
export { saveDraft, type DraftInput } from './save-draft.ts';
export { saveForm, type FormSaved } from './save-form.ts';
export { shareEvaluation, type Shared } from './share-evaluation.ts';
export { skipSample } from './skip-sample.ts';
