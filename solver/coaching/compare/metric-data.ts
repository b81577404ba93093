import type { PerformanceFacts } from '../facts/performance-facts.ts';
import type { DayMetric, MetricSpec } from '../metrics.ts';
import type { MixCells } from './mix-cells.ts';

/** The observations of one metric, as rows of sums; rows without an observation are left out. */
export interface MetricData {
	family: 'mean' | 'rate';
	rows: number;
	agent: Uint32Array;
	day: Uint16Array;
	cell: Uint32Array;
	/** Weight: observations. */
	n: Float64Array;
	/** Sum of the figure, or hits. */
	y: Float64Array;
	/** Sum of squares; null where a row is one observation, and for rates. */
	squares: Float64Array | null;
	/** Mean mood at the start of the row's contacts less the mean of all; 0 where it is not known. */
	mood: Float64Array | null;
	/** The structure of the cells that `cell` points to. */
	cells: MixCells;
}

const SECONDS_PER_SHIFT = 28_800;

export function metricData(facts: PerformanceFacts, spec: MetricSpec, cells: MixCells): MetricData {
	if (spec.family === 'day') return dayData(facts, spec);
	const of = facts.counts[spec.family === 'mean' ? spec.count : spec.of];
	const values: ArrayLike<number> = spec.family === 'mean' ? facts.sums[spec.sum] : facts.counts[spec.hits];
	const squareColumn = spec.family === 'mean' ? facts.sums[spec.squares] : null;
	let rows = 0;
	for (let i = 0; i < facts.rows; i++) if (of[i]! > 0) rows++;
	const data: MetricData = {
		family: spec.family,
		rows,
		agent: new Uint32Array(rows),
		day: new Uint16Array(rows),
		cell: new Uint32Array(rows),
		n: new Float64Array(rows),
		y: new Float64Array(rows),
		squares: squareColumn ? new Float64Array(rows) : null,
		mood: null,
		cells
	};
	const { moods } = facts.counts;
	const { moodAtStart } = facts.sums;
	let [moodSum, moodCount] = [0, 0];
	for (let i = 0; i < facts.rows; i++) {
		moodSum += moodAtStart[i]!;
		moodCount += moods[i]!;
	}
	const meanMood = moodCount > 0 ? moodSum / moodCount : 0;
	const mood = moodCount > 0 ? new Float64Array(rows) : null;
	for (let i = 0, r = 0; i < facts.rows; i++) {
		if (of[i]! === 0) continue;
		data.agent[r] = facts.agent[i]!;
		data.day[r] = facts.day[i]!;
		data.cell[r] = cells.ofRow[i]!;
		data.n[r] = of[i]!;
		data.y[r] = values[i]!;
		if (data.squares) data.squares[r] = squareColumn![i]!;
		// Contacts of the row whose mood is not known count as of mean mood.
		if (mood && moods[i]! > 0)
			mood[r] = ((moodAtStart[i]! / moods[i]! - meanMood) * Math.min(moods[i]!, of[i]!)) / of[i]!;
		r++;
	}
	data.mood = mood;
	return data;
}

function dayData({ agents, agentDays }: PerformanceFacts, spec: DayMetric): MetricData {
	const [weight, sum] = [agentDays.values[spec.weight], agentDays.values[spec.sum]];
	const scale = spec.squares === null ? SECONDS_PER_SHIFT : 1;
	const kept = [...weight.keys()].filter((i) => weight[i]! > 0);
	const n = Float64Array.from(kept, (i) => weight[i]! / scale);
	return {
		family: 'mean',
		rows: kept.length,
		agent: Uint32Array.from(kept, (i) => agentDays.agent[i]!),
		day: Uint16Array.from(kept, (i) => agentDays.day[i]!),
		cell: Uint32Array.from(kept, (i) => agentDays.agent[i]!),
		n,
		y: Float64Array.from(kept, (i, r) =>
			spec.isComplement ? n[r]! * (1 - Math.min(1, sum[i]! / weight[i]!)) : sum[i]! / scale
		),
		squares:
			spec.squares === null ? null : Float64Array.from(kept, (i) => agentDays.values[spec.squares!][i]!),
		mood: null,
		cells: {
			count: agents.length,
			agent: Uint32Array.from(agents, (_, i) => i),
			case: new Uint32Array(agents.length),
			band: new Uint8Array(agents.length),
			cases: [{ queue: -1, channel: -1, intent: -1 }],
			line: new Uint32Array(1),
			lines: [{ queue: -1, channel: -1 }],
			ofRow: new Uint32Array(0)
		}
	};
}
