import { createCalendar } from '../calendar.ts';
import { compileAgent, compileDemand } from '../core/compile-problem.ts';
import { compileTerms } from '../core/compile-sequences.ts';
import type { Plan } from '../core/core-problem.ts';
import type { IntervalDemand } from '../core/interval-cover.ts';
import { paidMinutes, type OwnShift, type RosterAgent, type RosterProblem } from '../problem.ts';
import { createPlanSearch } from '../search/plan-search.ts';

/** What one agent may do on the one day that is open; the first choice is what stands. */
export interface DayChoices {
	agent: string;
	/** null: every day is fixed. */
	day: number | null;
	/** Shift ids; null is off. */
	shifts: (string | null)[];
	/** What each costs in itself, beyond cover. */
	own: number[];
	/** Kind of each in `demand.stretches`, with the agent's other days in it. */
	kinds: number[];
}

export interface CompiledDay {
	people: DayChoices[];
	/** From where choices first differ to where they last do, as one day, so that a plan is a single choice. */
	demand: IntervalDemand;
	/** Whose week breaks a rule as it stands: they keep what they have. */
	leftAlone: string[];
}

const MAX_KINDS = 32_000;

/**
 * The problem as one choice for each agent: of a day that is not fixed, every shift that the agent's rules allow with
 * the other days as they are. Costs one plan search for each own shift.
 *
 * @throws RangeError when an agent has more than one day that is not fixed, there are too many shifts, or minimum staff
 */
export function compileDay(problem: RosterProblem): CompiledDay {
	if (problem.minimumStaff?.length)
		throw new RangeError(
			'Re-planning a day: it has minimum staff, which only a whole roster is solved for; wanted a problem without.'
		);
	const { days } = problem.horizon;
	const calendar = createCalendar(problem.horizon.start, days);
	const laneSkills = [...new Set(problem.demand.map((d) => d.skill))];
	const base = compileDemand(problem, laneSkills, []);
	const stretches: Int32Array[] = [new Int32Array(0)];
	const leftAlone: string[] = [];
	const ownOf = Map.groupBy(problem.options ?? [], ({ agent }) => agent);
	const perDay = base.intervalsPerDay;

	const people = problem.agents.map((agent): DayChoices => {
		const shifts = [...problem.shifts, ...(ownOf.get(agent.id) ?? [])];
		const rules = compileAgent(problem, agent, calendar, shifts, compileTerms(shifts, agent.contract));
		const width = shifts.length + 1;
		const worked = compileDemand(problem, laneSkills, shifts).stretches;
		const standing: Plan = rules.standing?.plan ?? new Int16Array(days);
		const day = openDay(problem, agent, days);
		const kindOf = (option: number): number => {
			const edges: number[] = [];
			standing.forEach((kind, d) => {
				for (const edge of worked[d === day ? option : kind]!)
					edges.push(Math.min(base.intervals, d * perDay + edge));
			});
			return stretches.push(Int32Array.from(edges)) - 1;
		};
		const stands = day === null ? 0 : standing[day]!;
		const lawful = day === null ? [] : lawfulOptions(rules, shifts, standing, day, days);
		const isLawful = day === null || lawful.includes(stands);
		if (!isLawful) leftAlone.push(agent.id);
		const options = [stands, ...(isLawful ? lawful.filter((k) => k !== stands) : [])];
		const rest = standing.reduce((sum, k, d) => sum + (d === day ? 0 : rules.cost[d * width + k]!), 0);
		return {
			agent: agent.id,
			day,
			shifts: options.map((k) => (k === 0 ? null : shifts[k - 1]!.id)),
			own: options.map((k) => rest + (day === null ? 0 : rules.cost[day * width + k]!)),
			kinds: options.map(kindOf)
		};
	});
	if (stretches.length > MAX_KINDS)
		throw new RangeError(
			`Re-planning a day: it has ${stretches.length} choices in all; wanted no more than ${MAX_KINDS}.`
		);
	return { people, demand: cutToChoices({ ...base, stretches }, people), leftAlone };
}

/** Leaves away the intervals before and after those in which somebody has a choice: they cost the same whatever comes. */
function cutToChoices(demand: IntervalDemand, people: readonly DayChoices[]): IntervalDemand {
	let from = demand.intervals;
	let to = 0;
	for (const { kinds } of people)
		for (const kind of kinds.slice(1)) {
			const [a, b] = [demand.stretches[kinds[0]!]!, demand.stretches[kind]!];
			const differ = new Set([...pairs(a).difference(pairs(b)), ...pairs(b).difference(pairs(a))]);
			for (const pair of differ) {
				const [start, end] = pair.split(' ').map(Number);
				from = Math.min(from, start!);
				to = Math.max(to, end!);
			}
		}
	const intervals = Math.max(1, to - from);
	const cut = (of: Float64Array) =>
		Float64Array.from({ length: demand.lanes * intervals }, (_, cell) => {
			const [lane, t] = [Math.floor(cell / intervals), cell % intervals];
			return of[lane * demand.intervals + from + t] ?? 0;
		});
	return {
		...demand,
		intervals,
		intervalsPerDay: intervals,
		required: cut(demand.required),
		deepAt: cut(demand.deepAt),
		stretches: demand.stretches.map((edges) =>
			edges.map((edge) => Math.min(intervals, Math.max(0, edge - from)))
		)
	};
}

const pairs = (edges: Int32Array): Set<string> =>
	new Set(Array.from({ length: edges.length / 2 }, (_, i) => `${edges[2 * i]} ${edges[2 * i + 1]}`));

function openDay({ fixed = [] }: RosterProblem, agent: RosterAgent, days: number): number | null {
	const decided = new Set(fixed.filter((f) => f.agent === agent.id).map(({ day }) => day));
	const open = Array.from({ length: days }, (_, d) => d).filter((d) => !decided.has(d));
	if (open.length > 1)
		throw new RangeError(
			`Re-planning a day: "${agent.id}" has ${open.length} days that are not fixed (${open.join(', ')}); wanted one at most.`
		);
	return open[0] ?? null;
}

/** Options of the open day with which the whole plan keeps the agent's rules. */
function lawfulOptions(
	rules: Parameters<typeof createPlanSearch>[0],
	shifts: readonly (RosterProblem['shifts'][number] | OwnShift)[],
	standing: Plan,
	day: number,
	days: number
): number[] {
	const width = shifts.length + 1;
	const search = createPlanSearch(rules, Int32Array.from([0, ...shifts.map(paidMinutes)]), days);
	const cost = new Float64Array(days * width).fill(1);
	const lawful: number[] = [];
	for (let k = 0; k < width; k++) {
		if (rules.allowed[day * width + k] !== 1) continue;
		cost[day * width + k] = 0;
		if (search.replan(standing.slice(), cost, day, day + 1, 0.5) !== null) lawful.push(k);
		cost[day * width + k] = 1;
	}
	return lawful;
}
