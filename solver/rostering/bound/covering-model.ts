import type { AgentRules, CoreProblem, TotalsWindow } from '../core/core-problem.ts';
import { cellCost, type IntervalDemand } from '../core/interval-cover.ts';
import { createLinearModel, type LinearModel } from './linear-model.ts';

/** Set covering over shift templates, agents of equal skills and limits taken together. */
export interface CoveringModel {
	model: LinearModel;
	/** Added to the model's objective it bounds every roster from below. */
	constant: number;
	/** Row of each [lane * intervals + interval]; −1 where nobody is needed. Its dual is the price of a person there. */
	cellRow: Int32Array;
	/** Row of each [floor * intervals + interval]; −1 where nobody must be. */
	floorRow: Int32Array;
	groups: number[][];
	/** How many different sets of skills the groups have. */
	crews: number;
	/** Rows of the limits of each group and window that lies within the days. */
	limits: { group: number; window: number; hoursRow: number; shiftsRow: number }[];
	/** Column of [(group * days + day) * (kinds + 1) + kind]: people of the group who work it; −1 where none can. */
	headColumn: Int32Array;
}

/**
 * The linear program of the days [from, to): heads of each group on each kind of shift and day; in each interval
 * the people present who have the same skills go to the lanes they know where people are needed, up to the need, or are
 * spare. Only daily and weekly totals of a group are kept, so that every roster is a solution of it at no more than its
 * own cost. Part of the days, whole windows, are a problem of their own but for what is worked into them from the day
 * before.
 *
 * Presence is written by its changes (who starts less who stops), which takes two entries for each stretch of a
 * shift where presence itself would take one for each interval; the prices of the people missing are bounded columns.
 * Size: groups × days × kinds + crews × intervals × (lanes + 1) columns, (crews + lanes) × intervals rows, a crew being
 * the groups of equal skills.
 *
 * @param groups agents of equal skills and limits; by default the largest there are
 */
export function createCoveringModel(
	core: CoreProblem,
	demand: IntervalDemand,
	from = 0,
	to = core.days,
	groups = groupAgents(core.agents, demand)
): CoveringModel {
	const { days, kinds, kindMinutes, agents } = core;
	const { intervals, intervalsPerDay, lanes, required } = demand;
	const first = from * intervalsPerDay;
	const last = to === days ? intervals : to * intervalsPerDay;
	const width = kinds + 1;
	const model = createLinearModel();
	const crews = new Map<string, Crew>();
	const floorRow = new Int32Array(demand.floors?.least.length ?? 0).fill(-1);
	/** Columns of people present, of each floor and interval. */
	const present: number[][] = Array.from(floorRow, () => []);
	const headColumn = new Int32Array(groups.length * days * width).fill(-1);
	const supply: number[][] = Array.from({ length: lanes * intervals }, () => []);
	const limits: CoveringModel['limits'] = [];
	let constant = 0;
	const isWithin = (t: number) => first <= t && t < last;

	groups.forEach((group, g) => {
		const members = group.map((a) => agents[a]!);
		const crew = crewOf(crews, demand, group[0]!);
		const byDay: { columns: number[]; minutes: number[] }[] = [];
		for (let d = from; d < to; d++) {
			const today = { columns: [] as number[], minutes: [] as number[] };
			byDay[d] = today;
			const free = members.filter((m) => {
				for (let k = 1; k < width; k++) if (m.allowed[d * width + k]) return true;
				return false;
			}).length;
			for (const m of members) constant += m.cost[d * width]!;
			for (let k = 1; k < width; k++) {
				const able = members.filter((m) => m.allowed[d * width + k] === 1);
				if (able.length === 0) continue;
				const cost = able.reduce(
					(low, m) => Math.min(low, m.cost[d * width + k]! - m.cost[d * width]!),
					Infinity
				);
				const column = model.addColumn(cost, 0, able.length < free ? able.length : Infinity);
				headColumn[(g * days + d) * width + k] = column;
				today.columns.push(column);
				today.minutes.push(kindMinutes[k]!);
				demand.stretches[k]!.forEach((at, i) => {
					const t = d * intervalsPerDay + at;
					if (t >= last) return;
					crew.columns[t]!.push(column);
					crew.values[t]!.push(i % 2 === 0 ? 1 : -1);
				});
			}
			const bound = members.filter((m) => m.allowed[d * width] === 0).length;
			if (today.columns.length > 0) addSum(model, bound, free, today.columns);
		}
		members[0]!.windows.forEach((window, w) => {
			if (window.from < from || window.to > to) return;
			const week = byDay.slice(window.from, window.to);
			const all = week.flatMap((d) => d.columns);
			if (all.length === 0) return;
			const { minHours, maxHours, maxShifts } = windowTotals(members, w);
			const hours = week.flatMap((d) => d.minutes).map((m) => m / 60);
			const hoursRow = model.addRow(minHours, maxHours, all, hours);
			limits.push({ group: g, window: w, hoursRow, shiftsRow: addSum(model, -Infinity, maxShifts, all) });
		});
	});
	for (const { lanes: own, floors, columns, values } of crews.values()) {
		let before: number[] = [];
		for (let t = first; t < last; t++) {
			if (columns[t]!.length === 0 && before.length === 0) continue;
			const uses = [model.addColumn(demand.over, 0, Infinity)];
			for (const lane of own)
				if (required[lane * intervals + t]! > 0) {
					const part = model.addColumn(0, 0, Infinity);
					supply[lane * intervals + t]!.push(part);
					uses.push(part);
				}
			model.addRow(
				0,
				0,
				[...columns[t]!, ...before, ...uses],
				[...values[t]!, ...before.map(() => 1), ...uses.map(() => -1)]
			);
			for (const floor of floors) present[floor * intervals + t]!.push(...uses);
			before = uses;
		}
	}
	present.forEach((columns, cell) => {
		const { least, under } = demand.floors!;
		if (least[cell]! <= 0 || !isWithin(cell % intervals)) return;
		floorRow[cell] = addSum(model, least[cell]!, Infinity, [...columns, model.addColumn(under, 0, Infinity)]);
	});
	const cellRow = new Int32Array(supply.length).fill(-1);
	supply.forEach((parts, cell) => {
		const need = required[cell]!;
		if (need <= 0 || !isWithin(cell % intervals)) return;
		const full = Math.ceil(need);
		constant += cellCost(demand, cell, full);
		const shorts = shortSteps(demand, cell).map(({ people, each }) => model.addColumn(each, 0, people));
		cellRow[cell] = addSum(model, full, full, [...parts, ...shorts]);
	});
	return { model, constant, cellRow, floorRow, groups, crews: crews.size, limits, headColumn };
}

/** What the members of a group may work in a window, all together. */
export function windowTotals(members: AgentRules[], window: number) {
	const total = (of: (w: TotalsWindow) => number) =>
		members.reduce((sum, m) => sum + of(m.windows[window]!), 0);
	return {
		minHours: total((w) => w.minMinutes) / 60,
		maxHours: total((w) => w.maxMinutes) / 60,
		maxShifts: total((w) => w.maxShifts)
	};
}

/**
 * What the people missing from a cell's need, in whole people, cost each: the first ones first, dearer and dearer. Cells
 * have whole people, so that the cost goes straight from one whole number to the next.
 */
function shortSteps(demand: IntervalDemand, cell: number): { people: number; each: number }[] {
	const need = demand.required[cell]!;
	const deep = demand.deepAt[cell]!;
	const kinks = [need, deep].flatMap((n) => [Math.ceil(n), Math.floor(n)]);
	const steps: { people: number; each: number }[] = [];
	let above = Math.ceil(need);
	for (const n of [...kinks, 0].sort((x, y) => y - x)) {
		if (n >= above || n < 0) continue;
		const each = (cellCost(demand, cell, n) - cellCost(demand, cell, above)) / (above - n);
		const last = steps.at(-1);
		if (last && Math.abs(last.each - each) < 1e-9) last.people += above - n;
		else steps.push({ people: above - n, each });
		above = n;
	}
	return steps;
}

const addSum = (model: LinearModel, lower: number, upper: number, columns: number[]): number =>
	model.addRow(
		lower,
		upper,
		columns,
		columns.map(() => 1)
	);

/** The people of equal skills, and the changes of how many are present: +1 for a column that starts, −1 for one that stops. */
interface Crew {
	lanes: Int32Array;
	floors: Int32Array;
	columns: number[][];
	values: number[][];
}

function crewOf(crews: Map<string, Crew>, demand: IntervalDemand, agent: number): Crew {
	const { agentLanes, floors, intervals } = demand;
	const key = skillsKey(demand, agent);
	let crew = crews.get(key);
	if (!crew) {
		crew = {
			lanes: agentLanes[agent]!,
			floors: floors?.agentFloors[agent] ?? new Int32Array(0),
			columns: Array.from({ length: intervals }, () => []),
			values: Array.from({ length: intervals }, () => [])
		};
		crews.set(key, crew);
	}
	return crew;
}

const skillsKey = ({ agentLanes, floors }: IntervalDemand, agent: number): string =>
	`${agentLanes[agent]!.join()}|${floors?.agentFloors[agent]!.join()}`;

/** Agents with the same skills and the same most work by week; least hours differ too often (leave) and are summed. */
function groupAgents(agents: AgentRules[], demand: IntervalDemand): number[][] {
	const groups = new Map<string, number[]>();
	agents.forEach((agent, a) => {
		const terms = agent.windows.map((w) => `${w.maxMinutes} ${w.maxShifts}`).join();
		const key = `${skillsKey(demand, a)}|${terms}`;
		const group = groups.get(key);
		if (group) group.push(a);
		else groups.set(key, [a]);
	});
	return [...groups.values()];
}
