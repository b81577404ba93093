import type { ChoiceCurve } from './choice-curve.ts';
import { planOf, type DayPlan } from './priced-plan.ts';

interface State {
	cost: number;
	/** Price so far, above the least possible. */
	above: number;
	excess: number[];
	agents: number;
	before: State | null;
}

/** Beginnings looked at for each interval; beyond, the dearest are dropped and nothing is proven. */
const LOOKED_AT_WITH_ONE = 20_000;
const LOOKED_AT_WITH_SEVERAL = 3000;

/** A gap of more agents than this is left open: it is large only where days are, and small beside them. */
const WIDEST_GAP = 200;

/**
 * Searches every plan that costs less than `limit` for the cheapest that holds.
 *
 * A plan that holds costs at least bound + Σ (price − least price of its interval), so choices, and beginnings of a
 * plan, that are above the gap limit − bound are left out; of two beginnings, one that neither costs less nor is nearer
 * to a target is dropped (dynamic programming by dominance, Nemhauser & Ullmann 1969). With agents of one cost and one
 * target, costs are whole numbers and few beginnings are left at any size.
 *
 * @param limit cost at or below which plans are wanted
 * @returns the cheapest plan that holds, or null; `complete` is false where beginnings had to be dropped unproven
 */
export function searchGap(
	curves: readonly ChoiceCurve[],
	multipliers: readonly number[],
	limit: number
): { plan: DayPlan | null; complete: boolean } {
	const least = curves.map((curve) => curve.cheapest(multipliers).price);
	const gap = limit - least.reduce((sum, price) => sum + price, 0);
	if (gap < 0) return { plan: null, complete: true };
	if (gap > WIDEST_GAP * Math.min(...curves.map(({ cost }) => cost))) return { plan: null, complete: false };
	const one = multipliers.length === 1;
	let complete = true;
	let states: State[] = [{ cost: 0, above: 0, excess: multipliers.map(() => 0), agents: 0, before: null }];
	for (const [i, curve] of curves.entries()) {
		const numbers = curve.within(multipliers, least[i]! + gap);
		if (!numbers) return { plan: null, complete: false };
		const kept = Math.ceil((one ? LOOKED_AT_WITH_ONE : LOOKED_AT_WITH_SEVERAL) / numbers.length);
		if (states.length > kept) {
			complete = false;
			states = states.sort((a, b) => a.above - b.above).slice(0, kept);
		}
		const next: State[] = [];
		for (const agents of numbers) {
			const excess = curve.excess(agents);
			let price = curve.cost * agents;
			multipliers.forEach((multiplier, j) => (price += multiplier * excess[j]!));
			for (const before of states) {
				const above = before.above + price - least[i]!;
				if (above > gap) continue;
				next.push({
					cost: before.cost + curve.cost * agents,
					above,
					excess: before.excess.map((sum, j) => sum + excess[j]!),
					agents,
					before
				});
			}
		}
		states = undominated(next, one);
	}

	let best: State | null = null;
	for (const state of states)
		if (state.excess.every((value) => value <= 0) && state.cost < (best?.cost ?? Infinity)) best = state;
	if (!best) return { plan: null, complete };
	const agents = new Array<number>(curves.length);
	let state: State = best;
	for (let i = curves.length - 1; i >= 0; i--, state = state.before!) agents[i] = state.agents;
	return { plan: planOf(curves, agents), complete };
}

function undominated(states: State[], one: boolean): State[] {
	states.sort((a, b) => a.cost - b.cost || a.excess[0]! - b.excess[0]!);
	const kept: State[] = [];
	if (one) {
		let lowest = Infinity;
		for (const state of states)
			if (state.excess[0]! < lowest) {
				kept.push(state);
				lowest = state.excess[0]!;
			}
		return kept;
	}
	for (const state of states)
		if (!kept.some((other) => other.excess.every((value, j) => value <= state.excess[j]!))) kept.push(state);
	return kept;
}
