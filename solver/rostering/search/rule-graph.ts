import type { AgentRules, SequenceRules } from '../core/core-problem.ts';
import { createAgentGraph, type AgentGraph } from './agent-graph.ts';
import { ruleMemories, type DaySort } from './rule-memories.ts';

/** Contracts that need more are past what a plan can be searched for. */
const MAX_STATES = 100_000;

/** Graphs made so far, so that agents on equal terms share them. */
export type SharedGraphs = { rules: AgentRules; graph: AgentGraph }[];

const isSame = (a: AgentRules, b: AgentRules): boolean =>
	a.follows === b.follows &&
	a.sequences === b.sequences &&
	a.maxConsecutive === b.maxConsecutive &&
	a.minConsecutive === b.minConsecutive &&
	a.minConsecutiveOff === b.minConsecutiveOff &&
	a.windows.length === b.windows.length &&
	a.windows.every((w, i) => w.from === b.windows[i]!.from && w.maxShifts === b.windows[i]!.maxShifts);

/**
 * The agent's graph with all rules on what follows what: the graph of runs and rest, and where the contract has rules
 * with a longer memory, its product with an automaton for each, as far as it can be reached.
 *
 * Cost: reached states × options × sorts of days.
 */
export function createRuleGraph(
	rules: AgentRules,
	kinds: number,
	days: number,
	shared: SharedGraphs = []
): AgentGraph {
	const graph = createAgentGraph(rules, kinds, days);
	if (!rules.sequences) return graph;
	const usable = graph.usable.join();
	const same = shared.find((one) => isSame(one.rules, rules) && one.graph.usable.join() === usable);
	if (same) return same.graph;
	const made = withMemories(rules, rules.sequences, graph, kinds, days);
	shared.push({ rules, graph: made });
	return made;
}

function withMemories(
	rules: AgentRules,
	sequences: SequenceRules,
	graph: AgentGraph,
	kinds: number,
	days: number
): AgentGraph {
	const memories = ruleMemories(sequences);
	const sorts = sortsOfDays(rules, days);
	const width = kinds + 1;
	const options = [0, ...graph.usable];
	const base = graph.nextOf[0]!;

	const states: { of: number; memory: number[] }[] = [];
	const known = new Map<string, number>();
	const stateOf = (of: number, memory: number[]): number => {
		const key = `${of} ${memory.join(' ')}`;
		const found = known.get(key);
		if (found !== undefined) return found;
		if (states.length >= MAX_STATES)
			throw new RangeError(
				`Solving a roster: the contract of "${rules.name}" has rules on sequences, nights and starts that need more than ${MAX_STATES} states together; wanted fewer of them, or fewer shifts.`
			);
		known.set(key, states.push({ of, memory }) - 1);
		return states.length - 1;
	};
	stateOf(
		graph.start,
		memories.map(({ start }) => start)
	);
	const rows: number[][] = sorts.list.map(() => []);
	for (let s = 0; s < states.length; s++) {
		const { of, memory } = states[s]!;
		sorts.list.forEach((sort, i) => {
			const row = new Array<number>(width).fill(-1);
			for (const option of options) {
				const next = base[of * width + option]!;
				if (next < 0) continue;
				const after = memories.map((m, at) => m.step(memory[at]!, option, sort));
				if (!after.includes(-1)) row[option] = stateOf(next, after);
			}
			rows[i]!.push(...row);
		});
	}
	const tables = rows.map((row) => Int32Array.from(row));
	return {
		...graph,
		states: states.length,
		start: 0,
		nextOf: sorts.ofDay.map((i) => tables[i]!),
		shortRun: Uint8Array.from(states, ({ of }) => graph.shortRun[of]!),
		runLength: Int32Array.from(states, ({ of }) => graph.runLength[of]!),
		memoryDays: memories.reduce((sum, m) => sum + m.days, graph.memoryDays)
	};
}

/** The different sorts of days there are, and which one each day is. */
function sortsOfDays(rules: AgentRules, days: number): { list: DaySort[]; ofDay: number[] } {
	const list: DaySort[] = [];
	const keys: string[] = [];
	const ofDay = Array.from({ length: days }, (_, day) => {
		const week = rules.windows.find(({ from, to }) => from <= day && day < to);
		const sort: DaySort = {
			isSecondOfWeekend: rules.sequences!.wholeWeekends && day > 0 && rules.isSunday[day] === 1,
			startsWeek: week?.from === day,
			endsWeek: week?.to === day + 1,
			isWholeWeek: week !== undefined && week.to - week.from === 7
		};
		const key = JSON.stringify(sort);
		if (!keys.includes(key)) {
			keys.push(key);
			list.push(sort);
		}
		return keys.indexOf(key);
	});
	return { list, ofDay };
}
