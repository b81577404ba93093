import type { AgentRules, CoreProblem } from '../core/core-problem.ts';
import type { ShiftDemand } from '../core/shift-cover.ts';
import type { BenchmarkInstance } from './instance.ts';

/** The instance in the engine's terms; kind k is shift k − 1 in file order. */
export function compileInstance(instance: BenchmarkInstance): { core: CoreProblem; demand: ShiftDemand } {
	const { days, shifts, staff } = instance;
	const kinds = shifts.length;
	const width = kinds + 1;
	const kindOf = new Map(shifts.map((s, i) => [s.id, i + 1]));
	const follows = new Uint8Array(width * width).fill(1);
	shifts.forEach((s, i) => s.cannotFollow.forEach((id) => (follows[(i + 1) * width + kindOf.get(id)!] = 0)));

	const agents = staff.map((person): AgentRules => {
		const allowed = new Uint8Array(days * width);
		const maxOfKind = new Float64Array(width).fill(Infinity);
		for (let k = 1; k <= kinds; k++) maxOfKind[k] = person.maxShifts[shifts[k - 1]!.id] ?? 0;
		for (let d = 0; d < days; d++) {
			allowed[d * width] = 1;
			if (person.daysOff.includes(d)) continue;
			for (let k = 1; k <= kinds; k++) allowed[d * width + k] = maxOfKind[k]! > 0 ? 1 : 0;
		}
		return {
			name: person.id,
			allowed,
			cost: new Float64Array(days * width),
			follows,
			windows: [
				{
					from: 0,
					to: days,
					minMinutes: person.minTotalMinutes,
					maxMinutes: person.maxTotalMinutes,
					maxShifts: days
				}
			],
			maxConsecutive: person.maxConsecutiveShifts,
			minConsecutive: person.minConsecutiveShifts,
			minConsecutiveOff: person.minConsecutiveDaysOff,
			maxWeekends: person.maxWeekends,
			isSaturday: Uint8Array.from({ length: days }, (_, d) => (d % 7 === 5 ? 1 : 0)),
			isSunday: Uint8Array.from({ length: days }, (_, d) => (d % 7 === 6 ? 1 : 0)),
			maxOfKind
		};
	});
	const agentOf = new Map(agents.map((a) => [a.name, a]));
	for (const { person, day, shift, weight } of instance.onRequests)
		for (let k = 0; k <= kinds; k++)
			if (k !== kindOf.get(shift)) agentOf.get(person)!.cost[day * width + k]! += weight;
	for (const { person, day, shift, weight } of instance.offRequests)
		agentOf.get(person)!.cost[day * width + kindOf.get(shift)!]! += weight;

	const size = days * width;
	const demand = {
		required: new Float64Array(size),
		under: new Float64Array(size),
		over: new Float64Array(size)
	};
	for (const c of instance.cover) {
		const cell = c.day * width + kindOf.get(c.shift)!;
		demand.required[cell] = c.required;
		demand.under[cell] = c.underWeight;
		demand.over[cell] = c.overWeight;
	}
	const kindMinutes = Int32Array.from([0, ...shifts.map((s) => s.lengthMinutes)]);
	return { core: { days, kinds, kindMinutes, agents }, demand };
}
