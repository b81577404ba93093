import type { AgentRules } from '../core/core-problem.ts';

/**
 * An agent's rule graph over days: what of the past decides which options may follow tomorrow. A state is
 * either "off for r days" (r capped where the minimum rest run is met) or "worked c days in a row, the last of
 * them of class x"; kinds with the same permitted followers share a class, which keeps the graph small.
 */
export interface AgentGraph {
	/** Kinds that may be worked on some day. */
	usable: number[];
	states: number;
	/** The state before the first day: rested long enough, as the horizon's edge helps. */
	start: number;
	/**
	 * By day: next[state * (kinds + 1) + option] = state after taking the option, or −1 where the rules forbid it. Days
	 * on which the same holds share one table.
	 */
	nextOf: Int32Array[];
	/**
	 * Work states whose run is still shorter than the minimum (1), so that off may follow only if the run began
	 * on the horizon's first day; `runLength` tells.
	 */
	shortRun: Uint8Array;
	/** Days worked in a row in this state, as far as they are counted; 0 when off. */
	runLength: Int32Array;
	/** Whatever came before them, after so many days all plans that go on alike are in the same state. */
	memoryDays: number;
}

export function createAgentGraph(rules: AgentRules, kinds: number, days: number): AgentGraph {
	const width = kinds + 1;
	const usable: number[] = [];
	for (let k = 1; k <= kinds; k++)
		for (let d = 0; d < days; d++)
			if (rules.allowed[d * width + k]) {
				usable.push(k);
				break;
			}

	const classOf = new Int32Array(width);
	const representative: number[] = [];
	const byRow = new Map<string, number>();
	for (const k of usable) {
		const row = usable.map((b) => rules.follows[k * width + b]).join('');
		let index = byRow.get(row);
		if (index === undefined) {
			index = representative.length;
			byRow.set(row, index);
			representative.push(k);
		}
		classOf[k] = index;
	}

	const classes = representative.length;
	const rest = Math.max(1, Math.min(rules.minConsecutiveOff, days));
	const most = Math.max(0, Math.min(rules.maxConsecutive, days));
	// Where another rule ends every run before this one does, runs need counting only up to their minimum.
	const possible = rules.windows.length === 1 ? Math.min(days, rules.windows[0]!.maxShifts) : days;
	const isEndless = possible <= rules.maxConsecutive;
	const longest = isEndless ? Math.min(most, Math.max(1, rules.minConsecutive)) : most;
	const states = rest + longest * classes;
	const workState = (run: number, cls: number) => rest + (run - 1) * classes + cls;
	const next = new Int32Array(states * width).fill(-1);
	const shortRun = new Uint8Array(states);
	const runLength = new Int32Array(states);

	for (let r = 0; r < rest; r++) {
		next[r * width] = Math.min(r + 1, rest - 1);
		if (r === rest - 1 && longest > 0)
			for (const k of usable) next[r * width + k] = workState(1, classOf[k]!);
	}
	for (let run = 1; run <= longest; run++)
		for (let cls = 0; cls < classes; cls++) {
			const s = workState(run, cls);
			runLength[s] = run;
			if (run < rules.minConsecutive) shortRun[s] = 1;
			next[s * width] = 0;
			if (run === longest && !isEndless) continue;
			const a = representative[cls]!;
			const after = Math.min(longest, run + 1);
			for (const b of usable)
				if (rules.follows[a * width + b]) next[s * width + b] = workState(after, classOf[b]!);
		}
	return {
		usable,
		states,
		start: rest - 1,
		nextOf: Array.from({ length: days }, () => next),
		shortRun,
		runLength,
		memoryDays: Math.min(days, rules.maxConsecutive) + rules.minConsecutiveOff + 1
	};
}
