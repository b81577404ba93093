import { canDo, type RosterProblem } from './problem.ts';
import type { RosterCover } from './roster.ts';
import type { WorkedShift } from './rules/rule.ts';

/**
 * Cover and its cost recomputed from the shifts. In each interval the people present are allotted to skills by
 * starting anywhere and moving along chains of people while that saves anything, which ends at the least cost
 * because costs are convex.
 */
export function validateCover(
	problem: RosterProblem,
	byAgent: Map<string, WorkedShift[]>
): { cover: RosterCover[]; cost: number } {
	const { intervalMinutes, weights } = problem;
	const skills = [...new Set(problem.demand.map((d) => d.skill))];
	const lanesOf = problem.agents.map((agent) => skills.map((skill) => canDo(problem, agent, skill)));
	const end = problem.horizon.days * 1440;
	const present = new Map<number, boolean[][]>();
	problem.agents.forEach((agent, a) => {
		for (const { startsAt, endsAt, shift } of byAgent.get(agent.id)!)
			for (let minute = startsAt; minute < Math.min(end, endsAt); minute += intervalMinutes) {
				const into = minute - startsAt;
				if (shift.breaks.some((b) => b.offsetMinute <= into && into < b.offsetMinute + b.lengthMinutes))
					continue;
				const there = present.get(minute);
				if (there) there.push(lanesOf[a]!);
				else present.set(minute, [lanesOf[a]!]);
			}
	});

	const required = new Map<number, number[]>();
	for (const d of problem.demand) {
		const minute = d.day * 1440 + d.fromMinute;
		if (!required.has(minute))
			required.set(
				minute,
				skills.map(() => 0)
			);
		required.get(minute)![skills.indexOf(d.skill)] = d.agents;
	}
	const hour = intervalMinutes / 60;
	const cellCost = (need: number, n: number) =>
		hour *
		(Math.max(0, need - n) * weights.under +
			Math.max(0, n - need) * weights.over +
			Math.max(0, need * (1 - weights.deepShare) - n) * weights.deepUnder);

	let cost = 0;
	const cover: RosterCover[] = [];
	const minutes = [...new Set([...present.keys(), ...required.keys()])].sort((a, b) => a - b);
	for (const minute of minutes) {
		const need = required.get(minute) ?? skills.map(() => 0);
		const counts = allot(present.get(minute) ?? [], (lane, n) => cellCost(need[lane]!, n));
		skills.forEach((skill, lane) => {
			const scheduled = counts[lane] ?? 0;
			cost += cellCost(need[lane]!, scheduled);
			if (need[lane]! > 0 || scheduled > 0)
				cover.push({
					day: Math.floor(minute / 1440),
					fromMinute: minute % 1440,
					skill,
					required: need[lane]!,
					scheduled
				});
		});
	}
	return { cover, cost };
}

/** People by lane at least cost; each person is given as the lanes they know. */
function allot(people: boolean[][], cost: (lane: number, n: number) => number): number[] {
	const lanes = people[0]?.length ?? 0;
	const counts = new Array<number>(lanes).fill(0);
	const useful = people.filter((knows) => knows.includes(true));
	const at = useful.map((knows) => {
		const lane = knows.indexOf(true);
		counts[lane]!++;
		return lane;
	});
	if (useful.every((knows) => knows.filter(Boolean).length === 1)) return counts;
	for (;;) {
		let moved = false;
		for (let start = 0; start < lanes && !moved; start++) {
			if (counts[start] === 0) continue;
			const saving = cost(start, counts[start]!) - cost(start, counts[start]! - 1);
			// Lanes that someone can be moved to, one chain of moves at a time, with the person who makes the last.
			const last = new Map<number, number>();
			const queue = [start];
			for (const lane of queue)
				useful.forEach((knows, p) => {
					if (at[p] !== lane) return;
					knows.forEach((can, to) => {
						if (!can || to === start || last.has(to)) return;
						last.set(to, p);
						queue.push(to);
					});
				});
			for (const end of last.keys()) {
				if (cost(end, counts[end]! + 1) - cost(end, counts[end]!) >= saving - 1e-9) continue;
				counts[start]!--;
				counts[end]!++;
				for (let lane = end; lane !== start;) {
					const p = last.get(lane)!;
					const before = at[p]!;
					at[p] = lane;
					lane = before;
				}
				moved = true;
				break;
			}
		}
		if (!moved) return counts;
	}
}
