import type { BenchmarkInstance, BenchmarkPerson, BenchmarkRoster } from './instance.ts';
import type { Violation } from '../rules/rule.ts';

export interface InstanceValidation {
	valid: boolean;
	violations: Violation[];
	/** The benchmark's objective: requests not met, shortfall and excess of cover. */
	objective: number;
}

/**
 * Checks a roster of a benchmark instance from nothing but the two: every hard rule and the objective. It shares
 * no code with the search.
 */
export function validateInstance(instance: BenchmarkInstance, roster: BenchmarkRoster): InstanceValidation {
	if (typeof roster?.assignments !== 'object' || roster.assignments === null)
		throw new RangeError(
			'Validating a roster: it has no "assignments"; wanted {person: [shift id or "" for each day]}.'
		);
	const violations: Violation[] = [];
	const shiftIds = new Set(instance.shifts.map((s) => s.id));
	const planOf = new Map<string, string[]>();
	const report = (rule: string, agent: string, day: number | null, text: string) =>
		void violations.push({ rule, agent, day, text });

	for (const name of Object.keys(roster.assignments))
		if (!instance.staff.some((p) => p.id === name))
			report('known', name, null, `"${name}" is not on the staff.`);
	for (const person of instance.staff) {
		const given = roster.assignments[person.id];
		if (!Array.isArray(given) || given.length !== instance.days) {
			const found = Array.isArray(given) ? `${given.length} days` : 'no list';
			report('known', person.id, null, `${person.id} has ${found}; the horizon has ${instance.days} days.`);
		}
		const plan = Array.from({ length: instance.days }, (_, d) => {
			const id = Array.isArray(given) ? (given[d] ?? '') : '';
			if (id === '' || shiftIds.has(id)) return id;
			report('known', person.id, d, `${person.id} has "${id}" on day ${d}, which is no shift.`);
			return '';
		});
		planOf.set(person.id, plan);
		checkPerson(instance, person, plan, report);
	}
	return { valid: violations.length === 0, violations, objective: objectiveOf(instance, planOf) };
}

function checkPerson(
	instance: BenchmarkInstance,
	person: BenchmarkPerson,
	plan: string[],
	report: (rule: string, agent: string, day: number | null, text: string) => void
): void {
	const { id } = person;
	const shifts = new Map(instance.shifts.map((s) => [s.id, s]));
	let minutes = 0;
	const weekends = new Set<number>();
	plan.forEach((shift, day) => {
		if (shift === '') return;
		minutes += shifts.get(shift)!.lengthMinutes;
		if (person.daysOff.includes(day))
			report('days-off', id, day, `${id} has "${shift}" on day ${day}, a fixed day off.`);
		if (day % 7 >= 5) weekends.add(Math.floor(day / 7));
		const following = plan[day + 1];
		if (following && shifts.get(shift)!.cannotFollow.includes(following))
			report(
				'succession',
				id,
				day + 1,
				`${id} has "${following}" on day ${day + 1} after "${shift}"; it cannot follow.`
			);
	});
	for (const { id: shift } of instance.shifts) {
		const count = plan.filter((s) => s === shift).length;
		const most = person.maxShifts[shift] ?? 0;
		if (count > most) report('max-shifts', id, null, `${id} has ${count} × "${shift}"; at most ${most}.`);
	}
	if (minutes > person.maxTotalMinutes)
		report('max-minutes', id, null, `${id} works ${minutes} minutes; at most ${person.maxTotalMinutes}.`);
	if (minutes < person.minTotalMinutes)
		report('min-minutes', id, null, `${id} works ${minutes} minutes; at least ${person.minTotalMinutes}.`);
	if (weekends.size > person.maxWeekends)
		report(
			'max-weekends',
			id,
			null,
			`${id} works on ${weekends.size} weekends; at most ${person.maxWeekends}.`
		);

	for (let from = 0; from < plan.length;) {
		const works = plan[from] !== '';
		let to = from;
		while (to < plan.length && (plan[to] !== '') === works) to++;
		const length = to - from;
		const atEdge = from === 0 || to === plan.length;
		if (works && length > person.maxConsecutiveShifts)
			report(
				'max-consecutive',
				id,
				from,
				`${id} works ${length} days from day ${from}; at most ${person.maxConsecutiveShifts}.`
			);
		if (works && !atEdge && length < person.minConsecutiveShifts)
			report(
				'min-consecutive',
				id,
				from,
				`${id} works ${length} days from day ${from}; at least ${person.minConsecutiveShifts}.`
			);
		if (!works && !atEdge && length < person.minConsecutiveDaysOff)
			report(
				'min-days-off',
				id,
				from,
				`${id} is off ${length} days from day ${from}; at least ${person.minConsecutiveDaysOff}.`
			);
		from = to;
	}
}

function objectiveOf(instance: BenchmarkInstance, planOf: Map<string, string[]>): number {
	let total = 0;
	for (const r of instance.onRequests) if (planOf.get(r.person)![r.day] !== r.shift) total += r.weight;
	for (const r of instance.offRequests) if (planOf.get(r.person)![r.day] === r.shift) total += r.weight;
	for (const c of instance.cover) {
		let count = 0;
		for (const plan of planOf.values()) if (plan[c.day] === c.shift) count++;
		total += count < c.required ? (c.required - count) * c.underWeight : (count - c.required) * c.overWeight;
	}
	return total;
}
