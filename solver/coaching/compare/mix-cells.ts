import type { PerformanceFacts } from '../facts/performance-facts.ts';

/**
 * The distinct combinations agent × case × hour band of the facts, where a case is a queue × channel × intent. What an
 * agent was given is a count over these; days are summed out.
 */
export interface MixCells {
	count: number;
	/** By cell. */
	agent: Uint32Array;
	case: Uint32Array;
	band: Uint8Array;
	/** By case. */
	cases: { queue: number; channel: number; intent: number }[];
	/** The line of a case: queue × channel. */
	line: Uint32Array;
	lines: { queue: number; channel: number }[];
	/** The cell of each row of the facts. */
	ofRow: Uint32Array;
}

/** Cost: O(rows). */
export function mixCells(facts: PerformanceFacts): MixCells {
	const { rows, agents } = facts;
	const caseIndex = new Map<number, number>();
	const lineIndex = new Map<number, number>();
	const cases: MixCells['cases'] = [];
	const lines: MixCells['lines'] = [];
	const lineOfCase: number[] = [];
	const cellIndex = new Map<number, number>();
	const cellAgent: number[] = [];
	const cellCase: number[] = [];
	const cellBand: number[] = [];
	const ofRow = new Uint32Array(rows);
	for (let i = 0; i < rows; i++) {
		const [queue, channel, intent] = [facts.queue[i]!, facts.channel[i]!, facts.intent[i]!];
		const lineKey = queue * 256 + channel;
		const caseKey = lineKey * 65_536 + intent;
		let at = caseIndex.get(caseKey);
		if (at === undefined) {
			caseIndex.set(caseKey, (at = cases.push({ queue, channel, intent }) - 1));
			let line = lineIndex.get(lineKey);
			if (line === undefined) lineIndex.set(lineKey, (line = lines.push({ queue, channel }) - 1));
			lineOfCase.push(line);
		}
		const band = facts.band[i]!;
		const key = (at * agents.length + facts.agent[i]!) * 256 + band;
		let cell = cellIndex.get(key);
		if (cell === undefined) {
			cellIndex.set(key, (cell = cellAgent.push(facts.agent[i]!) - 1));
			cellCase.push(at);
			cellBand.push(band);
		}
		ofRow[i] = cell;
	}
	return {
		count: cellAgent.length,
		agent: Uint32Array.from(cellAgent),
		case: Uint32Array.from(cellCase),
		band: Uint8Array.from(cellBand),
		cases,
		line: Uint32Array.from(lineOfCase),
		lines,
		ofRow
	};
}
