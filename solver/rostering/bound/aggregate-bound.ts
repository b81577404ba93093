import type { AgentRules, CoreProblem } from '../core/core-problem.ts';
import type { IntervalDemand } from '../core/interval-cover.ts';
import { createLinearModel, highs } from './linear-model.ts';

/**
 * A lower bound on the cost of any roster: the linear relaxation of set covering over shift templates, with the
 * agents of equal skills and contract taken together and only their daily and weekly totals kept. Every roster
 * is a solution of it at no more than its own cost, so the optimum is an honest bound; null when the engine did
 * not reach the optimum in the time.
 */
export async function aggregateBound(
	core: CoreProblem,
	demand: IntervalDemand,
	seconds: number
): Promise<number | null> {
	const { days, kinds, kindMinutes, agents } = core;
	const { intervals, intervalsPerDay, lanes } = demand;
	const width = kinds + 1;
	const model = createLinearModel();
	let constant = 0;

	const supply: { columns: number[]; values: number[] }[] = Array.from({ length: lanes * intervals }, () => ({
		columns: [],
		values: []
	}));
	for (const group of groupAgents(agents, demand.agentLanes)) {
		const members = group.map((a) => agents[a]!);
		const own = demand.agentLanes[group[0]!]!;
		const covers: Map<number, number[]> = new Map();
		const shiftColumns: number[][] = Array.from({ length: days }, () => []);
		const shiftKinds: number[][] = Array.from({ length: days }, () => []);
		for (let d = 0; d < days; d++) {
			for (const m of members) constant += m.cost[d * width]!;
			for (let k = 1; k < width; k++) {
				const able = members.filter((m) => m.allowed[d * width + k] === 1);
				if (able.length === 0) continue;
				const cost = Math.min(...able.map((m) => m.cost[d * width + k]! - m.cost[d * width]!));
				const column = model.addColumn(cost, 0, able.length);
				shiftColumns[d]!.push(column);
				shiftKinds[d]!.push(k);
				const s = demand.stretches[k]!;
				for (let i = 0; i < s.length; i += 2)
					for (
						let t = d * intervalsPerDay + s[i]!;
						t < Math.min(intervals, d * intervalsPerDay + s[i + 1]!);
						t++
					) {
						const at = covers.get(t);
						if (at) at.push(column);
						else covers.set(t, [column]);
					}
			}
			const free = members.filter((m) => {
				for (let k = 1; k < width; k++) if (m.allowed[d * width + k]) return true;
				return false;
			}).length;
			if (shiftColumns[d]!.length > 0)
				model.addRow(
					-Infinity,
					free,
					shiftColumns[d]!,
					shiftColumns[d]!.map(() => 1)
				);
		}
		members[0]!.windows.forEach((window, w) => {
			const columns = shiftColumns.slice(window.from, window.to).flat();
			if (columns.length === 0) return;
			const minutes = shiftKinds
				.slice(window.from, window.to)
				.flat()
				.map((k) => kindMinutes[k]!);
			const total = (of: (m: AgentRules) => number) => members.reduce((sum, m) => sum + of(m), 0);
			model.addRow(
				total((m) => m.windows[w]!.minMinutes),
				total((m) => m.windows[w]!.maxMinutes),
				columns,
				minutes
			);
			model.addRow(
				-Infinity,
				total((m) => m.windows[w]!.maxShifts),
				columns,
				columns.map(() => 1)
			);
		});
		for (const [t, columns] of covers) {
			if (own.length === 1) {
				for (const c of columns) supply[own[0]! * intervals + t]!.columns.push(c);
				for (const _ of columns) supply[own[0]! * intervals + t]!.values.push(1);
				continue;
			}
			if (own.length === 0) continue;
			const parts = Array.from(own, (lane) => {
				const part = model.addColumn(0, 0, Infinity);
				supply[lane * intervals + t]!.columns.push(part);
				supply[lane * intervals + t]!.values.push(1);
				return part;
			});
			model.addRow(0, 0, [...columns, ...parts], [...columns.map(() => 1), ...parts.map(() => -1)]);
		}
	}
	supply.forEach(({ columns, values }, cell) => {
		const required = demand.required[cell]!;
		if (columns.length === 0) {
			constant += required * demand.under + demand.deepAt[cell]! * demand.deepUnder;
			return;
		}
		const short = model.addColumn(demand.under, 0, Infinity);
		const excess = model.addColumn(demand.over, 0, Infinity);
		model.addRow(required, required, [...columns, short, excess], [...values, 1, -1]);
		if (demand.deepUnder > 0 && demand.deepAt[cell]! > 0) {
			const deep = model.addColumn(demand.deepUnder, 0, Infinity);
			// short − required + deepAt ≤ deep
			model.addRow(-Infinity, required - demand.deepAt[cell]!, [short, deep], [1, -1]);
		}
	});

	const engine = await highs();
	return engine.withModel(model.toModelData(), (lp) => {
		lp.options.set({ output_flag: false, time_limit: Math.max(0.1, seconds) });
		const { modelStatus } = lp.run();
		return modelStatus === engine.constants.modelStatus.optimal ? lp.getObjectiveValue() + constant : null;
	});
}

/** Agents with the same lanes and the same limits by week. */
function groupAgents(agents: AgentRules[], lanes: Int32Array[]): number[][] {
	const groups = new Map<string, number[]>();
	agents.forEach((agent, a) => {
		const key = `${lanes[a]!.join()}|${agent.windows.map((w) => `${w.from} ${w.minMinutes} ${w.maxMinutes} ${w.maxShifts}`).join()}`;
		const group = groups.get(key);
		if (group) group.push(a);
		else groups.set(key, [a]);
	});
	return [...groups.values()];
}
