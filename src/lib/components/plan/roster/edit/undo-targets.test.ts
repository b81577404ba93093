import { expect, it } from 'vitest';
import type { RosterEdit } from '#lib/contracts/roster-edits.ts';
import { redoTarget, undoTarget } from './undo-targets.ts';

let sequence = 0;
const row = (id: string, more: Partial<RosterEdit> = {}): RosterEdit => ({
	...{ id, rosterId: 'r', sequence: ++sequence, what: 'move' as const, before: [], after: [], reason: null },
	...{ brokenRules: [], createdBy: 'user:me', byName: 'Me', createdAt: 0, about: null, undoneBy: null },
	...more
});
const targets = (log: RosterEdit[], pending: Parameters<typeof undoTarget>[1] = []) => [
	undoTarget(log, pending, 'user:me')?.id,
	redoTarget(log, pending, 'user:me')?.id
];

it('undo goes back through one’s own edits, redo forward again, until something new is done', () => {
	const [a, other, b] = [row('a'), row('other', { createdBy: 'user:you' }), row('b')];
	expect(targets([a, other, b])).toEqual(['b', undefined]);
	const backB = { ...b, undoneBy: 4 };
	expect(targets([a, other, backB])).toEqual(['a', 'b']);
	const backA = { ...a, undoneBy: 5 };
	expect(targets([backA, other, backB])).toEqual([undefined, 'a']);
	// a again: then b is next.
	expect(targets([a, other, backB])).toEqual(['a', 'b']);
	expect(targets([a, other, backB, row('c')])).toEqual(['c', undefined]);
});

it('what is not stored yet counts as well', () => {
	const swap = { before: [], after: [] };
	const log = [row('a')];
	const apply = { id: 'p', verb: 'apply' as const, swap };
	expect(targets(log, [apply])).toEqual(['p', undefined]);
	expect(targets(log, [apply, { id: 'u', verb: 'undo', swap, editId: 'p' }])).toEqual(['a', 'p']);
	expect(
		targets(log, [
			apply,
			{ id: 'u', verb: 'undo', swap, editId: 'p' },
			{ id: 'v', verb: 'redo', swap, editId: 'p' }
		])
	).toEqual(['p', undefined]);
});
