import type { ModelAnswer, WayBounds } from './solve-model.ts';

const WHOLE = 1e-6;
/** Part of the fractional ways that is held at once. */
const AT_ONCE = 0.5;

/**
 * A whole answer near the program's: the fractional ways nearest to whole numbers are held at them and the program
 * solved anew, until all are whole; null where that ends nowhere. A dozen programs, each of a few steps.
 */
export function dive(program: (bounds: WayBounds) => ModelAnswer, from: readonly number[]): number[] | null {
	const bounds = new Map<number, { least: number; most: number }>();
	const solve = (held: readonly (readonly [number, number])[]): readonly number[] | null => {
		for (const [w, n] of held) bounds.set(w, { least: n, most: n });
		const answer = program(bounds);
		return answer.status === 'optimal' ? answer.agents : null;
	};
	let agents = from;
	for (;;) {
		const broken = [...agents.keys()]
			.map((w) => ({ w, n: agents[w]!, off: Math.abs(agents[w]! - Math.round(agents[w]!)) }))
			.filter(({ off }) => off > WHOLE)
			.sort((a, b) => a.off - b.off);
		if (broken.length === 0) return agents.map((n) => Math.round(n));
		const some = broken.slice(0, Math.ceil(broken.length * AT_ONCE));
		const next =
			solve(some.map(({ w, n }) => [w, Math.round(n)] as const)) ??
			solve(some.map(({ w, n }) => [w, Math.floor(n)] as const));
		if (next === null) return null;
		agents = next;
	}
}
