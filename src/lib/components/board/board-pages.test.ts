import { describe, expect, it } from 'vitest';
import type { BoardQueue } from '#lib/contracts/board.ts';
import { boardPages, boardState } from './board-pages.ts';

const queue = (id: string, over: Partial<BoardQueue> = {}): BoardQueue => ({
	id,
	name: id,
	channel: 'voice',
	targetShare: 0.8,
	thresholdSeconds: 20,
	isSilent: false,
	waiting: 0,
	oldestSeconds: null,
	serviceLevel: 0.9,
	abandonment: 0,
	available: 1,
	staffed: 2,
	ewtSeconds: 0,
	...over
});
const many = (count: number) => Array.from({ length: count }, (_, i) => queue(`q${i}`));

describe('boardPages()', () => {
	it('shows the site, then the queues six a page', () => {
		const pages = boardPages(many(14));
		expect(pages.map(({ kind }) => kind)).toEqual(['site', 'queues', 'queues', 'queues']);
		expect(pages.map((page) => (page.kind === 'queues' ? page.queues.length : 0))).toEqual([0, 6, 6, 2]);
	});

	it('gives one queue the page, and an empty centre the site’s', () => {
		expect(boardPages(many(1))).toEqual([{ kind: 'queue', queue: queue('q0') }]);
		expect(boardPages([])).toEqual([{ kind: 'site' }]);
	});
});

describe('boardState()', () => {
	it.each([
		['ok', {}],
		['ok', { serviceLevel: null }],
		['watch', { serviceLevel: 0.75 }],
		['watch', { oldestSeconds: 21 }],
		['breach', { serviceLevel: 0.5 }],
		['breach', { serviceLevel: 0.75, oldestSeconds: 61 }],
		['unknown', { isSilent: true, serviceLevel: 1 }]
	] as const)('is %s for %j', (state, over) => {
		expect(boardState(queue('q', over))).toBe(state);
	});
});
