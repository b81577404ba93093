import type { PlacedShift } from '#solver/rostering/edit/index.ts';
import type { RosterProblem, Violation } from '#solver/rostering/index.ts';

/** What was done by hand; `undo` and `redo` are of an earlier edit. */
export const EDITS = ['add', 'move', 'stretch', 'parts', 'split', 'remove', 'paste', 'exact'] as const;
export type EditName = (typeof EDITS)[number];
export const EDIT_STEPS = [...EDITS, 'undo', 'redo'] as const;
export type EditStep = (typeof EDIT_STEPS)[number];

/** One step of a roster's log of edits. Times are local minutes, as in the roster's problem. */
export interface RosterEdit {
	id: string;
	rosterId: string;
	/** From 1 on, without gaps. */
	sequence: number;
	what: EditStep;
	before: PlacedShift[];
	after: PlacedShift[];
	/** Why rules may be broken by it; null where none was. */
	reason: string | null;
	/** Rules that it broke anew. */
	brokenRules: Violation[];
	createdBy: string;
	byName: string | null;
	createdAt: number;
	/** Of an undo or redo: the sequence of the edit that it is about. */
	about: number | null;
	/** The step that took it back; null while it is in force. */
	undoneBy: number | null;
}

export type EditOutcome =
	| { status: 'stored'; edit: RosterEdit }
	/** It would break rules: nothing is stored until a reason is given. */
	| { status: 'needs-reason'; brokenRules: Violation[] }
	/** Others were faster: what they did since the sequence that was named. Nothing is stored. */
	| { status: 'behind'; since: RosterEdit[] }
	/** What it is about is otherwise by now, so that it can't be done any more. */
	| { status: 'overtaken' }
	/** It is published; only a copy may be edited. */
	| { status: 'published' };

/** All that the page needs to edit a roster, as of one moment. */
export interface RosterWorkspace {
	problem: RosterProblem;
	shifts: PlacedShift[];
	/** Of the last step; 0: never edited. */
	sequence: number;
	/** The newest steps, oldest first. */
	edits: RosterEdit[];
}
