import { createRandom } from '../../numeric/random.ts';
import { createIntervalCover } from '../core/interval-cover.ts';
import type { Plan } from '../core/core-problem.ts';
import type { CompiledDay } from './compile-day.ts';

/** The best that was found with at most so many people touched. */
export interface FewTouched {
	touched: number;
	cost: number;
	/** Choice of each person; 0 is what stands. */
	choices: Int32Array;
}

export interface TouchFewOptions {
	mostTouched: number;
	seed: number;
	shouldStop(): boolean;
	onBetter(points: readonly FewTouched[]): void;
}

const EPSILON = 1e-9;

/**
 * The least cost with 0, 1, 2 … people touched. Each number of people begins with the one before it and the person who
 * brings most, who are then exchanged for others while that saves anything, each choice the best against all others;
 * until the time is up, solutions are shaken (some let go, others taken in at random) and mended the same way. What
 * was found for n people also stands for more.
 *
 * Cost: a look at one person is one pricing of the cover, O(intervals + choices in all).
 */
export function touchFew({ people, demand }: CompiledDay, options: TouchFewOptions): FewTouched[] {
	const random = createRandom(options.seed);
	const cover = createIntervalCover(demand);
	const price = new Float64Array(demand.stretches.length);
	const plans = people.map(({ kinds }): Plan => Int16Array.of(kinds[0]!));
	const choice = new Int32Array(people.length);
	const free = people.flatMap(({ kinds }, a) => (kinds.length > 1 ? [a] : []));
	const most = Math.min(options.mostTouched, free.length);
	let own = 0;
	people.forEach((person, a) => {
		cover.add(a, plans[a]!, 0, 1);
		own += person.own[0]!;
	});
	const total = () => cover.total() + own;
	const set = (a: number, next: number) => {
		if (choice[a] === next) return;
		cover.remove(a, plans[a]!, 0, 1);
		own += people[a]!.own[next]! - people[a]!.own[choice[a]!]!;
		plans[a]![0] = people[a]!.kinds[next]!;
		choice[a] = next;
		cover.add(a, plans[a]!, 0, 1);
	};
	/** The person's best choice against the others as they are, but for what stands, and what it saves beside that. */
	const look = (a: number, noise = 0): { next: number; saves: number } => {
		const { kinds, own: costs } = people[a]!;
		cover.remove(a, plans[a]!, 0, 1);
		cover.price(a, 0, 1, price);
		cover.add(a, plans[a]!, 0, 1);
		let next = 0;
		let least = Infinity;
		for (let c = 1; c < kinds.length; c++) {
			const cost = price[kinds[c]!]! + costs[c]! + (noise > 0 ? noise * random.uniform() : 0);
			if (cost < least) {
				least = cost;
				next = c;
			}
		}
		return { next, saves: price[kinds[0]!]! + costs[0]! - least };
	};
	const touched = () => free.filter((a) => choice[a] !== 0);
	/** Takes in whom it saves most to touch, and answers who it is; −1 when it saves nothing. */
	const takeIn = (noise = 0): number => {
		let best = { a: -1, next: 0, saves: EPSILON };
		for (const a of free) {
			if (choice[a] !== 0) continue;
			const { next, saves } = look(a, noise);
			if (saves > best.saves) best = { a, next, saves };
		}
		if (best.a >= 0) set(best.a, best.next);
		return best.a;
	};
	const again = (a: number) => {
		const { next, saves } = look(a);
		set(a, saves > EPSILON ? next : 0);
	};
	const mend = (n: number) => {
		for (let before = Infinity; total() < before - EPSILON && !options.shouldStop();) {
			before = total();
			for (const a of touched()) again(a);
			while (touched().length < n && takeIn() >= 0);
			for (const a of touched()) {
				const was = choice[a]!;
				const cost = total();
				set(a, 0);
				const other = takeIn();
				if (total() < cost - EPSILON) continue;
				if (other >= 0) set(other, 0);
				set(a, was);
			}
		}
	};

	const points: FewTouched[] = [{ touched: 0, cost: total(), choices: choice.slice() }];
	const keep = (): boolean => {
		const cost = total();
		let isBetter = false;
		for (let k = touched().length; k < points.length; k++) {
			if (points[k]!.cost <= cost + EPSILON) break;
			points[k] = { touched: touched().length, cost, choices: choice.slice() };
			isBetter = true;
		}
		return isBetter;
	};
	const install = ({ choices }: FewTouched) => {
		for (const a of free) set(a, choices[a]!);
	};

	for (let n = 1; n <= most && !options.shouldStop(); n++) {
		install(points[n - 1]!);
		mend(n);
		points[n] = points[n - 1]!;
		keep();
		options.onBetter(points);
		if (points[n]!.cost >= points[n - 1]!.cost - EPSILON) break;
	}
	while (!options.shouldStop() && free.length > 0 && most > 0) {
		const n = 1 + random.below(Math.min(most, points.length));
		points[n] ??= points[n - 1]!;
		install(points[n]!);
		const now = touched();
		const noise = (points[0]!.cost - points.at(-1)!.cost) * random.uniform() * 0.5 + 1e-3;
		const leave = Math.min(now.length, 1 + random.below(3));
		for (let i = 0; i < leave; i++) set(now[random.below(now.length)]!, 0);
		while (touched().length < n) {
			// Somebody at random with some good choice, or the best under noise.
			if (random.uniform() < 0.5) {
				const a = free[random.below(free.length)]!;
				set(a, look(a, noise).next);
			} else if (takeIn(noise) < 0) break;
		}
		mend(n);
		if (keep()) options.onBetter(points);
	}
	return points;
}
