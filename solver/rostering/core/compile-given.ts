import type { RosterAgent, RosterProblem, ShiftTemplate } from '../problem.ts';
import { sameShape } from '../same-shape.ts';
import type { AgentRules, Plan } from './core-problem.ts';
import { workedStretches } from './worked-stretches.ts';

/** Takes away what a fixed day, a begun shift or an activity that can't move leaves no choice of. */
export function narrowDays(
	problem: RosterProblem,
	agent: RosterAgent,
	shifts: readonly ShiftTemplate[],
	allowed: Uint8Array
): void {
	const width = shifts.length + 1;
	const keep = (day: number, holds: (shift: ShiftTemplate | null) => boolean) => {
		for (let k = 0; k < width; k++) if (!holds(k === 0 ? null : shifts[k - 1]!)) allowed[day * width + k] = 0;
	};
	const own = <T extends { agent: string }>(list: readonly T[] = []) =>
		list.filter((one) => one.agent === agent.id);
	for (const { day, shift: id } of own(problem.fixed)) keep(day, (shift) => (shift?.id ?? null) === id);
	for (const { day, untilMinute } of own(problem.begun)) {
		const announced = own(problem.published).find((p) => p.day === day);
		const before = shifts.find(({ id }) => id === announced?.shift);
		if (before) keep(day, (shift) => shift !== null && agreesUntil(before, shift, untilMinute));
	}
	for (const { day, fromMinute, toMinute, kind } of own(problem.activities))
		keep(
			day,
			(shift) =>
				shift?.breaks.some(
					(part) =>
						part.kind === kind &&
						part.offsetMinute + shift.startMinute === fromMinute &&
						part.lengthMinutes === toMinute - fromMinute
				) ?? false
		);
}

/** Whether two shifts are one and the same up to a minute of the day. */
function agreesUntil(a: ShiftTemplate, b: ShiftTemplate, until: number): boolean {
	const cut = (shift: ShiftTemplate): ShiftTemplate => {
		const lengthMinutes = Math.min(shift.lengthMinutes, until - shift.startMinute);
		return {
			...shift,
			lengthMinutes,
			breaks: shift.breaks.flatMap((part) => {
				const left = Math.min(part.lengthMinutes, lengthMinutes - part.offsetMinute);
				return left > 0 ? [{ ...part, lengthMinutes: left }] : [];
			})
		};
	};
	return sameShape(cut(a), cut(b));
}

/** Adds the cost of days that are otherwise than published, and answers the published plan; null without one. */
export function addChanges(
	problem: RosterProblem,
	agent: RosterAgent,
	shifts: readonly ShiftTemplate[],
	cost: Float64Array
): NonNullable<AgentRules['standing']> | null {
	const { published, fixed = [], weights, horizon } = problem;
	if (!published) return null;
	const { changedDay = 0, changedHour = 0, changedPerson = 0 } = weights;
	const width = shifts.length + 1;
	const kindOf = (id: string | null | undefined) => (id ? shifts.findIndex((s) => s.id === id) + 1 : 0);
	const plan: Plan = new Int16Array(horizon.days);
	for (let day = 0; day < horizon.days; day++) {
		const decided = fixed.find((f) => f.agent === agent.id && f.day === day);
		if (decided) {
			// Nobody's choice: it stands as it was decided, whatever was published.
			plan[day] = kindOf(decided.shift);
			continue;
		}
		const was = kindOf(published.find((p) => p.agent === agent.id && p.day === day)?.shift);
		plan[day] = was;
		const before = was === 0 ? [] : workedStretches(shifts[was - 1]!);
		for (let k = 0; k < width; k++) {
			const shift = k === 0 ? null : shifts[k - 1]!;
			// Others' own shifts can't be taken anyway.
			if (k === was || (shift && 'agent' in shift && shift.agent !== agent.id)) continue;
			const changed = changedMinutes(before, shift === null ? [] : workedStretches(shift));
			cost[day * width + k]! += changedDay + (changedHour * changed) / 60;
		}
	}
	return { plan, charge: changedPerson };
}

/** Minutes that lie in one of two lists of stretches and not in the other. */
function changedMinutes(a: readonly number[], b: readonly number[]): number {
	let both = 0;
	let total = 0;
	for (let i = 0; i < a.length; i += 2) total += a[i + 1]! - a[i]!;
	for (let j = 0; j < b.length; j += 2) total += b[j + 1]! - b[j]!;
	for (let i = 0; i < a.length; i += 2)
		for (let j = 0; j < b.length; j += 2)
			both += Math.max(0, Math.min(a[i + 1]!, b[j + 1]!) - Math.max(a[i]!, b[j]!));
	return total - 2 * both;
}
