export { readLeaveTerms } from './read-leave-terms.ts';
export { saveLeaveTerms } from './save-leave-terms.ts';
export { askLeave, type AskedLeave } from './ask-leave.ts';
export { previewLeave, type LeavePreview } from './preview-leave.ts';
export type { LeaveInput } from './leave-input.ts';
export { withdrawLeave } from './withdraw-leave.ts';
export { decideLeave, type DecidedLeave } from './decide-leave.ts';
export { ownLeave, type OwnLeave } from './own-leave.ts';
export { countLeaveToDecide, listLeave, type LeaveView } from './list-leave.ts';
export { readLeaveEffect, type LeaveEffect } from './read-leave-effect.ts';
export {
	listLeaveGroups,
	listLeaveLimits,
	removeLeaveLimit,
	saveLeaveLimit,
	type LimitInput
} from './leave-limits.ts';
export {
	carryOver,
	listAllowances,
	saveAllowance,
	type AllowanceInput,
	type AllowanceRow,
	type CarryInput
} from './leave-allowances.ts';
export { resolveLeave } from './resolve-leave.ts';
export { absentToday } from './absent-today.ts';
