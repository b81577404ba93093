import { describe, expect, it } from 'vitest';
import type { AgentRow } from '#lib/contracts/live.ts';
import { agentBeside, columnsOf, gridLines, linesBetween } from './grid-lines.ts';

const agents = (prefix: string, count: number) =>
	Array.from({ length: count }, (_, i) => ({ id: `${prefix}${i}` }) as AgentRow);
const groups = [
	{ id: 'a', agents: agents('a', 5), counts: {} },
	{ id: 'b', agents: agents('b', 2), counts: {} }
];
const { lines, height } = gridLines(groups, 3);

describe('gridLines()', () => {
	it('lays every agent out once, without overlap and inside the height', () => {
		const laid = lines.flatMap((line) =>
			line.kind === 'cells' ? line.group.agents.slice(line.from, line.to).map(({ id }) => id) : []
		);
		expect(laid).toEqual(['a0', 'a1', 'a2', 'a3', 'a4', 'b0', 'b1']);
		lines.forEach((line, i) => {
			const next = lines[i + 1]?.top ?? height;
			expect(line.top + line.height).toBeLessThanOrEqual(next);
		});
	});

	it('finds what is in sight alone', () => {
		expect(linesBetween(lines, -100, height + 100)).toEqual(lines);
		const middle = lines[2]!;
		expect(linesBetween(lines, middle.top + 1, middle.top + 2)).toEqual([middle]);
	});

	it('is as wide as cells fit, one at least', () => {
		expect([columnsOf(0), columnsOf(188), columnsOf(381), columnsOf(382)]).toEqual([1, 1, 1, 2]);
	});
});

describe('agentBeside()', () => {
	it.each([
		['a2', 'ArrowRight', 'a3'],
		['a3', 'ArrowLeft', 'a2'],
		['a1', 'ArrowDown', 'a4'],
		['a2', 'ArrowDown', 'a4'],
		['a4', 'ArrowDown', 'b1'],
		['b0', 'ArrowUp', 'a3'],
		['b1', 'Home', 'a0'],
		['a0', 'End', 'b1'],
		['a0', 'ArrowUp', null],
		['b1', 'ArrowRight', null],
		['gone', 'ArrowRight', null]
	])('leads from %s by %s to %s', (from, key, to) => expect(agentBeside(lines, from, key)).toBe(to));
});
