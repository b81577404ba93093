import type { ChoiceCurve } from './choice-curve.ts';
import { planOf, type DayPlan } from './priced-plan.ts';

/**
 * Takes agents off while the plan holds: where they save most for what the targets lose; first many at a time, then one
 * by one.
 */
export function leaner(curves: readonly ChoiceCurve[], plan: DayPlan): DayPlan {
	const agents = [...plan.agents];
	const excess = [...plan.excess];
	const largest = Math.max(1, ...agents.map((one, i) => one - curves[i]!.least));
	for (let step = 2 ** Math.floor(Math.log2(largest)); step >= 1;) {
		let [pick, most] = [-1, -1];
		curves.forEach((curve, i) => {
			if (agents[i]! - step < curve.least) return;
			const now = curve.excess(agents[i]!);
			const less = curve.excess(agents[i]! - step);
			let used = 0;
			for (let j = 0; j < excess.length; j++) {
				const left = excess[j]! + less[j]! - now[j]!;
				if (left > 0) return;
				used = Math.max(used, (less[j]! - now[j]!) / Math.max(1e-300, -excess[j]!));
			}
			const worth = curve.cost / Math.max(1e-300, used);
			if (worth > most) [pick, most] = [i, worth];
		});
		if (pick < 0) {
			step /= 2;
			continue;
		}
		const now = curves[pick]!.excess(agents[pick]!);
		const less = curves[pick]!.excess((agents[pick]! -= step));
		for (let j = 0; j < excess.length; j++) excess[j]! += less[j]! - now[j]!;
	}
	const lean = planOf(curves, agents);
	// Summed anew: rounding must not turn a plan that holds into one that does not.
	return lean.cost < plan.cost && lean.excess.every((value) => value <= 0) ? lean : plan;
}
