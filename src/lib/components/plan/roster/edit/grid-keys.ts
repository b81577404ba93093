import type { GridCommands } from './grid-commands.svelte.ts';
import type { GridShape } from './grid-geometry.ts';
import type { PartKind } from './part-kinds.ts';
import type { RosterEditor } from './roster-editor.svelte.ts';

export interface KeyTarget {
	editor: RosterEditor;
	commands: GridCommands;
	mayEdit: boolean;
	/** Rows of a page, rows in all. */
	page: number;
	rows: number;
	shape: GridShape;
	onopen: () => void;
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const ARROWS: Record<string, [columns: number, rows: number]> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1]
};
const PARTS: Record<string, PartKind> = { b: 'break', l: 'lunch', t: 'training', m: 'meeting' };

/**
 * Arrows, Home, End, Page and Ctrl with them move the focus; Space selects, Enter opens. Alt with an arrow moves the shift,
 * Shift Alt with left or right its end, Ctrl Alt its start. B, L, T, M put a part in, S splits, Delete removes; Ctrl C, X, V, Z,
 * Shift Z (and Y) as everywhere. Escape ends the selection.
 *
 * @returns whether the key was one of these
 */
export function runGridKey(event: Key, target: KeyTarget): boolean {
	const isCommand = event.ctrlKey || event.metaKey;
	const arrow = ARROWS[event.key];
	if (arrow) {
		if (event.altKey) return target.mayEdit && alter(arrow, event, isCommand, target);
		move(arrow, isCommand, target);
		return true;
	}
	if (moveFar(event.key, isCommand, target)) return true;
	const { commands, mayEdit, onopen } = target;
	if (event.key === 'Enter') {
		onopen();
		return true;
	}
	if (event.key === ' ') {
		commands.toggle(commands.shift);
		return true;
	}
	if (event.key === 'Escape') {
		if (commands.selected.size === 0) return false;
		commands.selected = new Set();
		return true;
	}
	return mayEdit && !event.altKey && (isCommand ? clipboard(event, target) : letter(event, target));
}

function move(
	[columns, rows]: [number, number],
	isFar: boolean,
	{ commands, shape, rows: count }: KeyTarget
): void {
	commands.moveFocus(rows * (isFar ? count : 1), columns * (isFar ? shape.columns.length : 1));
}

function moveFar(key: string, isCommand: boolean, { commands, shape, page, rows }: KeyTarget): boolean {
	if (key === 'Home') commands.moveFocus(isCommand ? -rows : 0, -shape.columns.length);
	else if (key === 'End') commands.moveFocus(isCommand ? rows : 0, shape.columns.length);
	else if (key === 'PageUp') commands.moveFocus(-page, 0);
	else if (key === 'PageDown') commands.moveFocus(page, 0);
	else return false;
	return true;
}

/** Alt with an arrow. */
function alter(
	[columns, rows]: [number, number],
	{ shiftKey }: Key,
	isCommand: boolean,
	{ commands, shape }: KeyTarget
): boolean {
	const by = columns * shape.intervalMinutes;
	if (shiftKey && columns !== 0) commands.stretch(0, by);
	else if (isCommand && columns !== 0) commands.stretch(by, 0);
	else commands.move(columns, rows);
	return true;
}

function clipboard({ key, shiftKey }: Key, { commands, editor }: KeyTarget): boolean {
	switch (key.toLowerCase()) {
		case 'c':
			commands.copy();
			return true;
		case 'x':
			commands.copy();
			commands.remove();
			return true;
		case 'v':
			commands.paste();
			return true;
		case 'z':
			if (shiftKey) editor.redo();
			else editor.undo();
			return true;
		case 'y':
			editor.redo();
			return true;
		default:
			return false;
	}
}

function letter({ key, shiftKey }: Key, { commands }: KeyTarget): boolean {
	if (key === 'Delete' || key === 'Backspace') commands.remove();
	else if (shiftKey) return false;
	else if (PARTS[key]) commands.insert(PARTS[key]);
	else if (key === 's') commands.split();
	else return false;
	return true;
}
