export { applyEdit } from './apply-edit.ts';
export { copyRoster } from './copy-roster.ts';
export type { CopyInput } from './copy-roster.ts';
export type { EditInput, StepInput } from './edit-input.ts';
export { listRosterEdits } from './list-roster-edits.ts';
export { listenRosterEdits } from './listen-roster-edits.ts';
export { readWorkspace } from './read-workspace.ts';
export { redoEdit } from './redo-edit.ts';
export { undoEdit } from './undo-edit.ts';
