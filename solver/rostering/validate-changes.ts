import type { RosterProblem, ShiftTemplate } from './problem.ts';
import type { WorkedShift } from './rules/rule.ts';

/**
 * What a roster costs by being otherwise than what was published: days, hours and people. A day that is fixed is
 * nobody's choice and not counted. Recounted minute by minute.
 */
export function changeCost(problem: RosterProblem, byAgent: Map<string, WorkedShift[]>): number {
	const { published, weights, fixed = [] } = problem;
	if (!published || !(weights.changedDay || weights.changedHour || weights.changedPerson)) return 0;
	const shifts = [...problem.shifts, ...(problem.options ?? [])];
	let cost = 0;
	for (const agent of problem.agents) {
		const worked = byAgent.get(agent.id)!;
		const announced = published.filter((p) => p.agent === agent.id);
		const isFixed = (day: number) => fixed.some((f) => f.agent === agent.id && f.day === day);
		let isTouched = false;
		for (let day = 0; day < problem.horizon.days; day++) {
			if (isFixed(day)) continue;
			const id = announced.find((p) => p.day === day)?.shift;
			const before = shifts.find((s) => s.id === id) ?? null;
			const after = worked.find((w) => w.day === day)?.shift ?? null;
			const [was, is] = [minutesOf(before), minutesOf(after)];
			if (was === is) continue;
			isTouched = true;
			let changed = 0;
			for (let minute = 0; minute < Math.max(was.length, is.length); minute++)
				if ((was[minute] === 'w') !== (is[minute] === 'w')) changed++;
			cost += (weights.changedDay ?? 0) + ((weights.changedHour ?? 0) * changed) / 60;
		}
		if (isTouched) cost += weights.changedPerson ?? 0;
	}
	return cost;
}

/** A letter for each minute from 00:00 of the day: nothing, work, or a kind of part. */
function minutesOf(shift: ShiftTemplate | null): string {
	if (shift === null) return '';
	let text = '.'.repeat(shift.startMinute);
	for (let into = 0; into < shift.lengthMinutes; into++) {
		const part = shift.breaks.find((p) => p.offsetMinute <= into && into < p.offsetMinute + p.lengthMinutes);
		const letter = { break: 'b', lunch: 'l', training: 't', meeting: 'm', none: 'p' }[part?.kind ?? 'none'];
		text += part ? (part.paid ? letter.toUpperCase() : letter) : 'w';
	}
	return text;
}
