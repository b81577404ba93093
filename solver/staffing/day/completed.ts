import type { ChoiceCurve } from './choice-curve.ts';
import { holds, planOf, type DayPlan } from './priced-plan.ts';

/** A plan that falls short, made to hold by more agents in one interval: where that costs least. Null where none can. */
export function completed(curves: readonly ChoiceCurve[], plan: DayPlan): DayPlan | null {
	let best: DayPlan | null = null;
	curves.forEach((curve, i) => {
		const now = curve.excess(plan.agents[i]!);
		const enough = (agents: number) => {
			const excess = curve.excess(agents);
			return plan.excess.every((sum, j) => sum - now[j]! + excess[j]! <= 0);
		};
		if (!plan.excess.every((sum, j) => sum - now[j]! + curve.excessLimit[j]! < 0)) return;
		let low = plan.agents[i]!;
		let step = 1;
		const tooDear = () => best !== null && plan.cost + curve.cost * step >= best.cost;
		while (!tooDear() && step < 2 ** 26 && !enough(plan.agents[i]! + step)) {
			low = plan.agents[i]! + step;
			step *= 2;
		}
		let high = plan.agents[i]! + step;
		if (!enough(high)) return;
		while (high - low > 1) {
			const middle = Math.floor((low + high) / 2);
			if (enough(middle)) high = middle;
			else low = middle;
		}
		const whole = planOf(curves, plan.agents.with(i, high));
		if (holds(whole) && whole.cost < (best?.cost ?? Infinity)) best = whole;
	});
	return best;
}
