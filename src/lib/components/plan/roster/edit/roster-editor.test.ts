import { beforeEach, describe, expect, it } from 'vitest';
import type { EditOutcome, RosterEdit } from '#lib/contracts/roster-edits.ts';
import { movedTo, type PlacedShift } from '#solver/rostering/edit/index.ts';
import { parseProblem } from '#solver/rostering/index.ts';
import { RosterEditor, type EditorNews, type PendingEdit } from './roster-editor.svelte.ts';

const problem = parseProblem({
	version: 1,
	horizon: { start: '2026-11-23', days: 7 },
	intervalMinutes: 15,
	shifts: [{ id: 'D', startMinute: 480, lengthMinutes: 480 }],
	agents: ['ana', 'ben'].map((id) => ({
		...{ id, skills: ['voice'] },
		contract: { minHoursPerWeek: 0, maxHoursPerWeek: 40, minRestHours: 11, maxConsecutiveDays: 6 }
	})),
	demand: [{ day: 0, fromMinute: 600, skill: 'voice', agents: 1 }]
});
const on = (agent: string, day: number): PlacedShift => ({
	...{ id: `${agent} ${day}`, agent, day, startMinute: 480, lengthMinutes: 480, breaks: [] }
});
const [a, b] = [on('ana', 0), on('ben', 0)];
const later = movedTo(a, { startMinute: 540 });

/** Answers that the test gives one by one, as a server would. */
let answers: ((outcome: EditOutcome | null) => void)[];
let sent: [PendingEdit, number][];
let news: EditorNews[];
let editor: RosterEditor;

beforeEach(async () => {
	[answers, sent, news] = [[], [], []];
	editor = new RosterEditor('r', 'user:me', (edit, base) => {
		sent.push([edit, base]);
		return new Promise((done) => answers.push(done));
	});
	editor.onnews = (one) => news.push(one);
	await editor.load({ problem, shifts: [a, b], sequence: 0, edits: [] });
});

let made = 0;
const row = (sequence: number, more: Partial<RosterEdit>): RosterEdit => ({
	...{
		id: `e${made++}`,
		rosterId: 'r',
		sequence,
		what: 'move' as const,
		before: [],
		after: [],
		reason: null
	},
	...{ brokenRules: [], createdBy: 'user:you', byName: 'You', createdAt: 0, about: null, undoneBy: null },
	...more
});
const storedAs = (sequence: number, [edit]: [PendingEdit, number]): EditOutcome => ({
	status: 'stored',
	edit: row(sequence, { id: edit.id, ...edit.swap, createdBy: 'user:me' } as Partial<RosterEdit>)
});
const answer = async (outcome: EditOutcome | null) => {
	answers.shift()!(outcome);
	await new Promise((done) => setTimeout(done));
};
const standing = (agent: string) => editor.roster!.shiftsOf(agent);

describe('RosterEditor', () => {
	it('makes an edit at once and stores one after another, each on the one before', async () => {
		editor.commit('move', { before: [a], after: [later] });
		editor.commit('remove', { before: [b], after: [] });
		expect([standing('ana'), standing('ben')]).toEqual([[later], []]);
		expect(sent.map(([{ what }, base]) => [what, base])).toEqual([['move', 0]]);
		await answer(storedAs(1, sent[0]!));
		expect(sent.map(([{ what }, base]) => [what, base])).toEqual([
			['move', 0],
			['remove', 1]
		]);
		await answer(storedAs(2, sent[1]!));
		expect([editor.pending.length, editor.sequence, editor.log.length]).toEqual([0, 2, 2]);
	});

	it('puts what others were faster with under its own edits, and drops what no longer fits', async () => {
		editor.commit('move', { before: [a], after: [later] });
		editor.commit('remove', { before: [b], after: [] });
		const theirs = movedTo(b, { startMinute: 600 });
		await answer({ status: 'behind', since: [row(1, { before: [b], after: [theirs] })] });
		expect([standing('ana'), standing('ben')]).toEqual([[later], [theirs]]);
		expect(news).toEqual([{ kind: 'changed-by', names: ['You'], dropped: 1 }]);
		expect(sent.at(-1)![1]).toBe(1);
		await answer(storedAs(2, sent.at(-1)!));
		expect([editor.pending.length, editor.sequence]).toEqual([0, 2]);
	});

	it('hears of others’ edits while one of its own is on the way, and takes them after its answer', async () => {
		editor.commit('move', { before: [a], after: [later] });
		editor.hear([row(2, { before: [b], after: [] })]);
		expect(standing('ben')).toEqual([b]);
		await answer(storedAs(1, sent[0]!));
		expect([standing('ana'), standing('ben')]).toEqual([[later], []]);
		expect(editor.sequence).toBe(2);
		let isBehind = false;
		editor.onbehind = () => (isBehind = true);
		editor.hear([row(4, {})]);
		expect([isBehind, editor.sequence]).toEqual([true, 2]);
	});

	it('an edit whose answer was lost is not made twice', async () => {
		editor.commit('move', { before: [a], after: [later] });
		const own = storedAs(1, sent[0]!) as { edit: RosterEdit };
		await answer({ status: 'behind', since: [own.edit] });
		expect([standing('ana'), editor.pending.length, editor.sequence, news]).toEqual([[later], 0, 1, []]);
	});

	it('keeps edits while the line is down', async () => {
		editor.commit('move', { before: [a], after: [later] });
		await answer(null);
		expect([editor.isOffline, editor.pending.length, standing('ana')]).toEqual([true, 1, [later]]);
		editor.stop();
	});

	it('asks for a reason before a broken rule is stored, and takes the edit back without one', async () => {
		const next = on('ana', 1);
		editor.commit('add', { before: [], after: [next] });
		await answer(storedAs(1, sent[0]!));
		const early = movedTo(next, { startMinute: 0 });
		editor.commit('move', { before: [next], after: [early] });
		expect(editor.asking?.brokenRules.map(({ rule }) => rule)).toEqual(['rest-between-shifts']);
		expect([sent.length, standing('ana')]).toEqual([1, [a, early]]);
		editor.undo();
		expect([editor.asking, standing('ana')]).toEqual([null, [a, next]]);
		editor.commit('move', { before: [next], after: [early] });
		editor.giveReason('she asked for it');
		expect(sent.at(-1)![0]).toMatchObject({ reason: 'she asked for it' });
	});

	it('undo and redo are made at once, also of what is not stored yet', () => {
		editor.commit('move', { before: [a], after: [later] });
		editor.undo();
		expect(standing('ana')).toEqual([a]);
		expect(editor.pending.map(({ verb }) => verb)).toEqual(['apply', 'undo']);
		editor.redo();
		expect(standing('ana')).toEqual([later]);
	});

	it('what was built on an edit that can’t be stored goes with it, a question about it too', async () => {
		const next = on('ana', 1);
		editor.commit('add', { before: [], after: [next] });
		editor.commit('move', { before: [next], after: [movedTo(next, { startMinute: 0 })] });
		expect(editor.asking).not.toBeNull();
		await answer({ status: 'overtaken' });
		expect([editor.asking, standing('ana'), editor.pending]).toEqual([null, [a], []]);
		// One about something else stays.
		editor.commit('remove', { before: [b], after: [] });
		const early = movedTo(next, { startMinute: 0 });
		editor.commit('add', { before: [], after: [early] });
		await answer({ status: 'overtaken' });
		expect([standing('ana'), standing('ben')]).toEqual([[a, early], [b]]);
		expect(editor.asking?.brokenRules.map(({ rule }) => rule)).toEqual(['rest-between-shifts']);
	});

	it('a roster that is published meanwhile is as it was stored', async () => {
		editor.commit('move', { before: [a], after: [later] });
		editor.commit('remove', { before: [b], after: [] });
		await answer({ status: 'published' });
		expect([standing('ana'), standing('ben'), editor.pending]).toEqual([[a], [b], []]);
		expect(news).toEqual([{ kind: 'published' }]);
	});
});
