import { expect, it } from 'vitest';
import { AgentSelection } from './agent-selection.svelte.ts';

const ORDER = ['a', 'b', 'c', 'd'];
const plain = { spans: false, adds: false };
const chosen = (selection: AgentSelection) => [...selection.ids].sort();

it('AgentSelection takes one, adds, spans either way, and keeps only those shown', () => {
	const selection = new AgentSelection();
	selection.choose('c', plain, ORDER);
	expect(chosen(selection)).toEqual(['c']);
	selection.choose('a', { spans: true, adds: false }, ORDER);
	expect(chosen(selection)).toEqual(['a', 'b', 'c']);
	selection.choose('d', { spans: false, adds: true }, ORDER);
	selection.choose('b', { spans: false, adds: true }, ORDER);
	expect(chosen(selection)).toEqual(['a', 'c', 'd']);
	selection.keep(new Set(['c']));
	expect(chosen(selection)).toEqual(['c']);
	selection.choose('c', plain, ORDER);
	expect(chosen(selection)).toEqual([]);
	selection.all(ORDER);
	expect(selection.size).toBe(4);
	selection.clear();
	expect(selection.size).toBe(0);
});

it('AgentSelection spans from the agent itself when the anchor is no longer shown', () => {
	const selection = new AgentSelection();
	selection.choose('z', plain, ['z']);
	selection.choose('b', { spans: true, adds: false }, ORDER);
	expect(chosen(selection)).toEqual(['b']);
});
