import { createHash } from 'node:crypto';
import type { CapacityScenarioInput } from '#lib/contracts/capacity.ts';
import { capacityPlan, type CapacityPlan } from '#solver/capacity/index.ts';

const KEPT = 24;
const plans = new Map<string, CapacityPlan>();

/** A scenario's plan: the same numbers are computed once as long as they are asked for. */
export function planOf(input: CapacityScenarioInput): CapacityPlan {
	const { measured: _, currency: __, largestClass: ___, ...numbers } = input;
	const key = createHash('sha256').update(JSON.stringify(numbers)).digest('base64');
	const plan = plans.get(key) ?? capacityPlan(numbers);
	plans.delete(key);
	plans.set(key, plan);
	if (plans.size > KEPT) plans.delete(plans.keys().next().value!);
	return plan;
}
