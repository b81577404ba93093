import type { RosterStatus } from '../roster.ts';
import type { Violation } from '../rules/rule.ts';
import { solveByPlans } from '../search/solve-by-plans.ts';
import { gapOf } from '../gap-of.ts';
import type { SolveOptions } from '../search/solve-core.ts';
import { compileInstance } from './compile-instance.ts';
import type { BenchmarkInstance, BenchmarkRoster } from './instance.ts';
import { validateInstance } from './validate-instance.ts';

export interface InstanceResult extends BenchmarkRoster {
	status: RosterStatus;
	objective: number | null;
	lowerBound: number | null;
	gap: number | null;
	violations: Violation[];
	reasons: string[];
	seconds: number;
	steps: number;
}

/** Solves a benchmark instance with the same engine as `solveRoster`, and the same contract. */
export async function solveInstance(
	instance: BenchmarkInstance,
	options: SolveOptions
): Promise<InstanceResult> {
	const startedAt = options.now();
	const { core, demand } = compileInstance(instance);
	const outcome = await solveByPlans(core, demand, startedAt, options);
	const { bound } = outcome;
	const seconds = () => (options.now() - startedAt) / 1000;
	const none = { objective: null, lowerBound: null, gap: null, assignments: {}, violations: [], steps: 0 };
	if (outcome.status === 'timed-out')
		return {
			...none,
			status: 'timed-out',
			seconds: seconds(),
			reasons: ['The time ended before everyone had a plan.']
		};
	if (outcome.status === 'infeasible')
		return {
			...none,
			status: 'infeasible',
			seconds: seconds(),
			reasons: outcome.agents.map(
				(a) => `No plan keeps all the rules of ${a.name}: they contradict each other.`
			)
		};
	const ids = ['', ...instance.shifts.map((s) => s.id)];
	const assignments = Object.fromEntries(
		outcome.plans.map((plan, a) => [instance.staff[a]!.id, Array.from(plan, (kind) => ids[kind]!)])
	);
	const check = validateInstance(instance, { assignments });
	const gap = gapOf(check.objective, bound);
	return {
		status: gap !== null && gap <= 1e-9 ? 'optimal' : 'feasible',
		objective: check.objective,
		lowerBound: bound,
		gap,
		assignments,
		violations: check.violations,
		reasons: [],
		seconds: seconds(),
		steps: outcome.steps
	};
}
