/** Adherence: what people do, held against what was planned, to the second. */
export * from './terms.ts';
export { planSegments, segmentAt } from './plan-segments.ts';
export {
	applyChanges,
	SCHEDULE_CHANGE_KINDS,
	type ScheduleChange,
	type ScheduleChangeKind
} from './apply-changes.ts';
export { isRight, judgeAdherence, type Judged } from './judge.ts';
export { markNow } from './mark-now.ts';
export { addSeconds, adherenceOf, conformanceOf, noSeconds } from './ratios.ts';
