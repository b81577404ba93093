import type { Highs } from 'highs';
import type { AgentRules, CoreProblem, Plan } from '../core/core-problem.ts';
import type { ShiftDemand } from '../core/shift-cover.ts';
import { createLinearModel, type LinearModel } from './linear-model.ts';

export interface CompactResult {
	/** null when no roster was found in the time. */
	objective: number | null;
	plans: Plan[] | null;
	/** Proved lower bound. */
	bound: number;
}

/**
 * The plain mixed-integer model: a binary for every agent, day and kind, every rule as rows. It proves small
 * problems quickly and is the yardstick of the benchmark; from some sixteen agents by four weeks on it falls
 * behind.
 */
export function solveCompact(
	engine: Highs,
	core: CoreProblem,
	demand: ShiftDemand,
	limits: { seconds: number; seed?: number; shouldStop?: () => boolean }
): CompactResult {
	const { days, kinds, agents } = core;
	const width = kinds + 1;
	const model = createLinearModel();
	const cells: number[][] = Array.from({ length: days * width }, () => []);
	let constant = 0;

	const columnsOf = agents.map((agent) => {
		const column = new Int32Array(days * width).fill(-1);
		for (let d = 0; d < days; d++) {
			constant += agent.cost[d * width]!;
			for (let k = 1; k < width; k++) {
				const i = d * width + k;
				if (!agent.allowed[i]) continue;
				column[i] = model.addColumn(agent.cost[i]! - agent.cost[d * width]!, 0, 1, true);
				cells[i]!.push(column[i]!);
			}
		}
		addAgentRules(model, core, agent, column);
		return column;
	});
	cells.forEach((columns, i) => {
		if (i % width === 0) return;
		const short = model.addColumn(demand.under[i]!, 0, Infinity);
		const excess = model.addColumn(demand.over[i]!, 0, Infinity);
		model.addRow(
			demand.required[i]!,
			demand.required[i]!,
			[...columns, short, excess],
			[...columns.map(() => 1), 1, -1]
		);
	});

	return engine.withModel(model.toModelData(), (mip) => {
		mip.options.set({
			output_flag: false,
			time_limit: limits.seconds,
			random_seed: limits.seed ?? 0,
			mip_rel_gap: 0
		});
		mip.run({
			6: (event) => {
				if (limits.shouldStop?.() === true) event.interrupt();
			}
		});
		const objective = mip.getObjectiveValue();
		const bound = Number(mip.info.get('mip_dual_bound')) + constant;
		if (!Number.isFinite(objective) || Number(mip.info.get('primal_solution_status')) !== 2)
			return { objective: null, plans: null, bound };
		const { colValue } = mip.getSolution();
		const plans = columnsOf.map((column) => {
			const plan: Plan = new Int16Array(days);
			column.forEach((c, i) => {
				if (c >= 0 && colValue[c]! > 0.5) plan[Math.floor(i / width)] = i % width;
			});
			return plan;
		});
		return { objective: objective + constant, plans, bound };
	});
}

/**
 * Rows for every rule that the engine's public benchmark knows: one shift a day, what may follow what, totals of windows,
 * kinds and weekends, runs of work and rest. Spans and sequences are left out.
 *
 * @param column the agent's binary of each [day * (kinds + 1) + kind], −1 where there is none
 */
export function addAgentRules(
	model: LinearModel,
	{ days, kinds, kindMinutes }: CoreProblem,
	agent: AgentRules,
	column: Int32Array
): void {
	const width = kinds + 1;
	const work = Array.from({ length: days }, (_, d) =>
		Array.from(column.subarray(d * width + 1, (d + 1) * width)).filter((c) => c >= 0)
	);
	for (const today of work) if (today.length > 0) atMost(today, 1);
	function atMost(columns: number[], most: number) {
		if (Number.isFinite(most))
			model.addRow(
				-Infinity,
				most,
				columns,
				columns.map(() => 1)
			);
	}
	for (let d = 0; d + 1 < days; d++)
		for (let a = 1; a < width; a++) {
			const first = column[d * width + a]!;
			const barred: number[] = [];
			for (let b = 1; b < width; b++)
				if (!agent.follows[a * width + b] && column[(d + 1) * width + b]! >= 0)
					barred.push(column[(d + 1) * width + b]!);
			if (first >= 0 && barred.length > 0) atMost([first, ...barred], 1);
		}
	for (const w of agent.windows) {
		const columns: number[] = [];
		const minutes: number[] = [];
		for (let i = w.from * width; i < w.to * width; i++)
			if (column[i]! >= 0) {
				columns.push(column[i]!);
				minutes.push(kindMinutes[i % width]!);
			}
		model.addRow(w.minMinutes, w.maxMinutes, columns, minutes);
		if (w.maxShifts < w.to - w.from) atMost(columns, w.maxShifts);
	}
	for (let k = 1; k < width; k++) {
		const columns = Array.from({ length: days }, (_, d) => column[d * width + k]!).filter((c) => c >= 0);
		if (agent.maxOfKind[k]! < columns.length) atMost(columns, agent.maxOfKind[k]!);
	}
	/** Σ sign × (works that day) ≥ least */
	const pattern = (terms: [day: number, sign: number][], least: number) => {
		const columns = terms.flatMap(([d]) => work[d]!);
		model.addRow(
			least,
			Infinity,
			columns,
			terms.flatMap(([d, sign]) => work[d]!.map(() => sign))
		);
	};
	const inner = (d: number, run: number, sign: number) =>
		Array.from({ length: run }, (_, i): [number, number] => [d + 1 + i, sign]);
	for (let d = 0; d + agent.maxConsecutive < days; d++)
		pattern(inner(d - 1, agent.maxConsecutive + 1, -1), -agent.maxConsecutive);
	for (let run = 1; run < agent.minConsecutive; run++)
		for (let d = 0; d + run + 1 < days; d++)
			pattern([[d, 1], ...inner(d, run, -1), [d + run + 1, 1]], 1 - run);
	for (let run = 1; run < agent.minConsecutiveOff; run++)
		for (let d = 0; d + run + 1 < days; d++) pattern([[d, -1], ...inner(d, run, 1), [d + run + 1, -1]], -1);
	if (Number.isFinite(agent.maxWeekends)) {
		const weekends: number[] = [];
		for (let d = 0; d < days; d++) {
			const saturday = agent.isSaturday[d] === 1;
			if (!saturday && !(d === 0 && agent.isSunday[d] === 1)) continue;
			const worked = model.addColumn(0, 0, 1);
			weekends.push(worked);
			for (const day of saturday && d + 1 < days ? [d, d + 1] : [d])
				if (work[day]!.length > 0)
					model.addRow(-Infinity, 0, [...work[day]!, worked], [...work[day]!.map(() => 1), -1]);
		}
		if (weekends.length > 0) atMost(weekends, agent.maxWeekends);
	}
}
