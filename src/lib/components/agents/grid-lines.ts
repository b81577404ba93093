import type { AgentGroup } from './agent-groups.ts';

export const HEAD_HEIGHT = 40;
export const CELL_HEIGHT = 56;
export const GAP = 6;
const GROUP_GAP = 12;
const MIN_CELL_WIDTH = 188;

export type GridLine =
	| { kind: 'head'; group: AgentGroup; top: number; height: number }
	| { kind: 'cells'; group: AgentGroup; from: number; to: number; top: number; height: number };

/** How many cells stand side by side in so many pixels. */
export const columnsOf = (width: number): number =>
	Math.max(1, Math.floor((width + GAP) / (MIN_CELL_WIDTH + GAP)));

/**
 * The grid as lines of known heights, so that only those in sight have to be drawn: a heading for each group, then
 * its agents `columns` at a time (`from`, `to` within the group). Positions are pixels from the grid's top.
 */
export function gridLines(
	groups: readonly AgentGroup[],
	columns: number
): { lines: GridLine[]; height: number } {
	const lines: GridLine[] = [];
	let top = 0;
	for (const group of groups) {
		lines.push({ kind: 'head', group, top, height: HEAD_HEIGHT });
		top += HEAD_HEIGHT;
		for (let from = 0; from < group.agents.length; from += columns) {
			const to = Math.min(from + columns, group.agents.length);
			lines.push({ kind: 'cells', group, from, to, top, height: CELL_HEIGHT });
			top += CELL_HEIGHT + GAP;
		}
		top += GROUP_GAP;
	}
	return { lines, height: top };
}

/** The lines that reach into a span of pixels; they lie in order. */
export function linesBetween(lines: readonly GridLine[], fromPx: number, toPx: number): GridLine[] {
	return lines.filter(({ top, height }) => top + height >= fromPx && top <= toPx);
}

/** The agent that a key leads to from another; null where there is none. Up and down keep the column as far as it goes. */
export function agentBeside(lines: readonly GridLine[], id: string, key: string): string | null {
	const rows = lines.flatMap((line) =>
		line.kind === 'cells' ? [line.group.agents.slice(line.from, line.to).map((agent) => agent.id)] : []
	);
	const row = rows.findIndex((ids) => ids.includes(id));
	if (row < 0) return null;
	const column = rows[row]!.indexOf(id);
	if (key === 'ArrowRight') return rows[row]![column + 1] ?? rows[row + 1]?.[0] ?? null;
	if (key === 'ArrowLeft') return rows[row]![column - 1] ?? rows[row - 1]?.at(-1) ?? null;
	if (key === 'Home') return rows[0]?.[0] ?? null;
	if (key === 'End') return rows.at(-1)?.at(-1) ?? null;
	const to = rows[key === 'ArrowDown' ? row + 1 : key === 'ArrowUp' ? row - 1 : -1];
	return to ? (to[column] ?? to.at(-1) ?? null) : null;
}
