import type { MetricData } from './metric-data.ts';

/** A metric's observations summed over days: one entry a cell that has any. */
export interface CellSums {
	count: number;
	agent: Uint32Array;
	case: Uint32Array;
	line: Uint32Array;
	intent: Uint32Array;
	band: Uint8Array;
	n: Float64Array;
	y: Float64Array;
	mood: Float64Array;
	/** Mean day effect over the cell's contacts. */
	day: Float64Array;
	/** The entry of each cell of the data; −1 where it has none. */
	ofCell: Int32Array;
	/** Entries are in order of agents: agent a has those from start[a] to start[a + 1]. */
	start: Uint32Array;
}

/** Cost: O(rows). */
export function sumCells(data: MetricData, agents: number): CellSums {
	const { cells } = data;
	const ofCell = new Int32Array(cells.count).fill(-1);
	const kept: number[] = [];
	for (let r = 0; r < data.rows; r++) {
		const cell = data.cell[r]!;
		if (ofCell[cell] === -1) ofCell[cell] = kept.push(cell);
	}
	kept.sort((a, b) => cells.agent[a]! - cells.agent[b]!);
	const start = new Uint32Array(agents + 1);
	kept.forEach((cell, i) => {
		ofCell[cell] = i;
		start[cells.agent[cell]! + 1]!++;
	});
	for (let a = 0; a < agents; a++) start[a + 1]! += start[a]!;
	const sums: CellSums = {
		count: kept.length,
		agent: Uint32Array.from(kept, (c) => cells.agent[c]!),
		case: Uint32Array.from(kept, (c) => cells.case[c]!),
		line: Uint32Array.from(kept, (c) => cells.line[cells.case[c]!]!),
		intent: Uint32Array.from(kept, (c) => Math.max(0, cells.cases[cells.case[c]!]!.intent)),
		band: Uint8Array.from(kept, (c) => cells.band[c]!),
		n: new Float64Array(kept.length),
		y: new Float64Array(kept.length),
		mood: new Float64Array(kept.length),
		day: new Float64Array(kept.length),
		ofCell,
		start
	};
	for (let r = 0; r < data.rows; r++) {
		const i = ofCell[data.cell[r]!]!;
		sums.n[i]! += data.n[r]!;
		sums.y[i]! += data.y[r]!;
		if (data.mood) sums.mood[i]! += data.n[r]! * data.mood[r]!;
	}
	for (let i = 0; i < sums.count; i++) sums.mood[i]! /= sums.n[i]!;
	return sums;
}

/** Sets each cell's mean day effect. */
export function addDayEffects(sums: CellSums, data: MetricData, dayEffect: Float64Array): void {
	sums.day.fill(0);
	for (let r = 0; r < data.rows; r++)
		sums.day[sums.ofCell[data.cell[r]!]!]! += data.n[r]! * dayEffect[data.day[r]!]!;
	for (let i = 0; i < sums.count; i++) sums.day[i]! /= sums.n[i]!;
}
