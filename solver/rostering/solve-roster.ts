import { provesMissing } from './bound/proves-missing.ts';
import { compileProblem } from './core/compile-problem.ts';
import { explainImpossible } from './explain-impossible.ts';
import { explainMissing } from './explain-missing.ts';
import { explainShort } from './explain-short.ts';
import { allShifts, type RosterProblem } from './problem.ts';
import { rosterCost } from './roster-cost.ts';
import type { RosterResult } from './roster.ts';
import { minimumStaff } from './rules/index.ts';
import { gapOf } from './gap-of.ts';
import { solveCore, type SolveOptions } from './search/solve-core.ts';
import { validateRoster } from './validate.ts';

/**
 * Solves a rostering problem: a first roster, a bound from linear programming, then exact re-planning of agents
 * against each other until the time is up, `shouldStop` says so, or the bound is met. The answer has passed the independent
 * validator.
 *
 * It computes for the whole time given without yielding to the event loop: run it in a worker.
 */
export async function solveRoster(problem: RosterProblem, options: SolveOptions): Promise<RosterResult> {
	const startedAt = options.now();
	const compiled = compileProblem(problem);
	const { core, demand, calendar } = compiled;
	const scale = Math.max(problem.weights.under, problem.weights.over) / 100;
	const outcome = await solveCore(core, demand, startedAt, options, scale);
	const { bound } = outcome;
	const seconds = () => (options.now() - startedAt) / 1000;
	const none = {
		objective: null,
		lowerBound: null,
		gap: null,
		assignments: [],
		cover: [],
		violations: [],
		steps: 0
	};

	if (outcome.status === 'timed-out')
		return {
			...none,
			status: 'timed-out',
			seconds: seconds(),
			reasons: ['The time ended before every agent had a plan.']
		};
	if (outcome.status === 'infeasible') {
		const reasons = explainImpossible(
			problem,
			outcome.agents.map((a) => a.name)
		);
		return { ...none, status: 'infeasible', seconds: seconds(), reasons };
	}

	const shifts = allShifts(problem);
	const assignments = outcome.plans.flatMap((plan, a) =>
		Array.from(plan).flatMap((kind, day) => {
			if (kind === 0) return [];
			const shift = shifts[kind - 1]!;
			return [
				{
					agent: problem.agents[a]!.id,
					day,
					date: calendar.date(day),
					shift: shift.id,
					startMinute: shift.startMinute,
					endMinute: shift.startMinute + shift.lengthMinutes
				}
			];
		})
	);
	const check = validateRoster(problem, { assignments });
	const missing = check.violations.filter(({ rule }) => rule === minimumStaff.id);
	if (missing.length > 0) {
		const { isImpossible, reasons } = explainMissing(problem, compiled, assignments);
		// A proof is worth some more time than was given, not any.
		const shouldStop = () => options.shouldStop?.() === true || seconds() > options.seconds * 1.5 + 5;
		const isProved = isImpossible || (await provesMissing(compiled, shouldStop));
		return {
			...none,
			status: isProved ? 'infeasible' : 'timed-out',
			violations: missing,
			reasons,
			seconds: seconds(),
			steps: outcome.steps
		};
	}
	const objective = rosterCost(compiled, outcome.plans);
	if (Math.abs(objective - check.objective) > 1e-6 * Math.max(1, objective))
		throw new Error(`Solving a roster: the search counts ${objective}, the validator ${check.objective}.`);
	const gap = gapOf(objective, bound);
	return {
		status: gap !== null && gap <= 1e-9 ? 'optimal' : 'feasible',
		objective,
		lowerBound: bound,
		gap,
		assignments,
		cover: check.cover,
		violations: check.violations,
		reasons: explainShort(problem, assignments, check.cover),
		seconds: seconds(),
		steps: outcome.steps
	};
}
