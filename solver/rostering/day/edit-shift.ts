import type { ShiftPartKind } from '../problem.ts';

/** Minutes from any origin, ends not included. */
export interface EditedPart {
	from: number;
	to: number;
	/** null is time off without pay between two stretches of work. */
	kind: ShiftPartKind | null;
	paid: boolean;
	/** It stays where it is. */
	isFixed: boolean;
}

export interface PlannedDay {
	from: number;
	to: number;
	/** In order of time. */
	parts: EditedPart[];
}

export type ShiftEdit =
	{ kind: 'end'; to: number } | { kind: 'move'; part: number; to: number } | { kind: 'cancel'; part: number };

/** What may be changed of a shift on the day itself; minutes. */
export interface DayTerms {
	/** Starts are tried at this distance. */
	step: number;
	/** A break begins no further than this from where it was; a meal likewise. */
	breakWindow: number;
	mealWindow: number;
	/** Training and meetings may be moved within the shift; and called off. */
	mayMoveActivities: boolean;
	mayCancelActivities: boolean;
	/** Most by which the end may come later, and earlier; 0: not at all. */
	extend: number;
	shorten: number;
	/** A shortened shift is no shorter. */
	shortestShift: number;
	/** Longest work without a break or a meal, unless the shift has a longer stretch already. */
	longestStretch: number;
	/** Least time between two breaks or meals, unless the shift has less already. */
	leastBetween: number;
	/** Two parts may be changed at once. */
	mayPair: boolean;
}

const END_STEP = 30;
/** A shift is no longer than a day. */
const LONGEST_SHIFT = 1_440;
const PAIRED_ENDS = [-60, 60, 120];

/**
 * Shifts that a shift may become, each with its edits: another end, a part moved or called off, both, or two parts
 * changed. Nothing before `earliest` changes. What stands is not among them. A hundred or so for a whole shift.
 */
export function editShift(
	shift: PlannedDay,
	earliest: number,
	terms: DayTerms
): { edits: ShiftEdit[]; shift: PlannedDay }[] {
	const ends: ShiftEdit[] = [];
	for (let by = END_STEP; by <= terms.extend; by += END_STEP) ends.push({ kind: 'end', to: shift.to + by });
	for (let by = END_STEP; by <= terms.shorten; by += END_STEP)
		if (shift.to - by >= earliest && shift.to - by - shift.from >= terms.shortestShift)
			ends.push({ kind: 'end', to: shift.to - by });
	const moves = shift.parts.map((part, i) => partEdits(part, i, shift, earliest, terms));
	const all: ShiftEdit[][] = [...ends, ...moves.flat()].map((edit) => [edit]);
	for (const end of ends)
		if (end.kind === 'end' && PAIRED_ENDS.includes(end.to - shift.to))
			for (const edit of moves.flat()) all.push([end, edit]);
	if (terms.mayPair)
		moves.forEach((first, i) =>
			moves.slice(i + 1).forEach((second) => {
				for (const a of coarse(first, shift, terms))
					for (const b of coarse(second, shift, terms)) all.push([a, b]);
			})
		);
	return all.flatMap((edits) => {
		const next = edited(shift, edits);
		return isSound(next, shift, terms) && canFollow(shift, edits) ? [{ edits, shift: next }] : [];
	});
}

function partEdits(
	part: EditedPart,
	i: number,
	shift: PlannedDay,
	earliest: number,
	terms: DayTerms
): ShiftEdit[] {
	if (part.isFixed || part.kind === null || part.from < earliest) return [];
	const isPause = part.kind === 'break' || part.kind === 'lunch';
	const edits: ShiftEdit[] = [];
	if (!isPause && terms.mayCancelActivities) edits.push({ kind: 'cancel', part: i });
	if (!isPause && !terms.mayMoveActivities) return edits;
	const window = part.kind === 'lunch' ? terms.mealWindow : isPause ? terms.breakWindow : Infinity;
	const last = shift.to + terms.extend - (part.to - part.from);
	const first = Math.max(earliest, part.from - window);
	const before = Math.floor((part.from - first) / terms.step);
	for (let to = part.from - before * terms.step; to <= Math.min(last, part.from + window); to += terms.step)
		if (to !== part.from) edits.push({ kind: 'move', part: i, to });
	return edits;
}

/** Every second place of a part, for pairs: there are enough of them. */
const coarse = (edits: readonly ShiftEdit[], shift: PlannedDay, { step }: DayTerms): ShiftEdit[] =>
	edits.filter((edit) => edit.kind !== 'move' || (edit.to - shift.parts[edit.part]!.from) % (2 * step) === 0);

function edited(shift: PlannedDay, edits: readonly ShiftEdit[]): PlannedDay {
	let { to } = shift;
	const parts = shift.parts.flatMap((part, i) => {
		const edit = edits.find((one) => one.kind !== 'end' && one.part === i);
		if (!edit) return [part];
		return edit.kind === 'move' ? [{ ...part, from: edit.to, to: edit.to + part.to - part.from }] : [];
	});
	for (const edit of edits) if (edit.kind === 'end') to = edit.to;
	return { from: shift.from, to, parts: parts.sort((a, b) => a.from - b.from) };
}

/** Whether the edits can be made one after another, one of them first. */
function canFollow(shift: PlannedDay, edits: readonly ShiftEdit[]): boolean {
	const moves = edits.filter((edit) => edit.kind === 'move');
	const [a, b] = moves;
	if (!a || !b) return true;
	const clashes = (edit: typeof a, other: typeof a) => {
		const [own, place] = [shift.parts[edit.part]!, shift.parts[other.part]!];
		return edit.to < place.to && edit.to + own.to - own.from > place.from;
	};
	return !(clashes(a, b) && clashes(b, a));
}

function isSound(next: PlannedDay, before: PlannedDay, terms: DayTerms): boolean {
	if (next.to - next.from > LONGEST_SHIFT) return false;
	for (const [i, part] of next.parts.entries()) {
		if (part.from < next.from || part.to > next.to) return false;
		if (i > 0 && next.parts[i - 1]!.to > part.from) return false;
	}
	// Nobody comes back from a break to go home.
	if (next.parts.at(-1)?.to === next.to && before.parts.at(-1)?.to !== before.to) return false;
	const [was, is] = [rhythm(before), rhythm(next)];
	return (
		is.longest <= Math.max(terms.longestStretch, was.longest) &&
		is.between >= Math.min(terms.leastBetween, was.between)
	);
}

/** Longest time without a pause, and least time between two pauses. */
function rhythm({ from, to, parts }: PlannedDay): { longest: number; between: number } {
	let at = from;
	let longest = 0;
	let between = Infinity;
	let isFirst = true;
	for (const part of parts) {
		if (part.kind === 'training' || part.kind === 'meeting') continue;
		longest = Math.max(longest, part.from - at);
		if (!isFirst) between = Math.min(between, part.from - at);
		isFirst = false;
		at = part.to;
	}
	return { longest: Math.max(longest, to - at), between };
}
