import { fixedPoint } from './fixed-point.ts';

export interface OracleQueue {
	loadErlangs: number;
	agents: number;
	ahtSeconds: number;
	patienceSeconds: number;
	thresholdSeconds: number;
}

/**
 * M/M/n+M from its birth–death chain, state by state, in fixed-point arithmetic of a thousand bits or more: no integral,
 * no logarithm, no floating point until the last quotient.
 *
 * A contact that finds j waiting is answered when j + 1 departures have happened, at rates c + i (i = j … 0) in units of
 * 1/patience with c = n·patience/AHT, and it stayed. e^−wait is then Beta(c, j + 1) distributed, so that
 * P(answered) = c/(c + j + 1), P(answered by τ) is that times the incomplete beta function I₁₋ᵤ(j + 1, c + 1) with
 * u = e^−τ, found by its recurrence in j, and the mean wait of the answered Σ 1/(c + 1 + i).
 */
export function birthDeath(queue: OracleQueue) {
	const { loadErlangs, agents, ahtSeconds, patienceSeconds, thresholdSeconds } = queue;
	const exponent = (thresholdSeconds / patienceSeconds) * ((agents * patienceSeconds) / ahtSeconds + 1);
	const { one, of, times, over, fall, ratio } = fixedPoint(1024 + Math.ceil(exponent * 1.4427));
	const load = of(loadErlangs);
	const n = BigInt(agents) * one;
	const perPatience = over(of(ahtSeconds), of(patienceSeconds));
	const c = over(n, perPatience);
	const u = fall(over(of(thresholdSeconds), of(patienceSeconds)));
	const y = one - u;

	// Weights relative to "all agents busy, nobody waiting".
	let [free, weight] = [0n, one];
	for (let k = BigInt(agents); k >= 1n && weight > 0n; k--) {
		weight = (weight * k * one) / load;
		free += weight;
	}
	let [busy, waiting, answered, inTime, waited] = [0n, 0n, 0n, 0n, 0n];
	weight = one;
	// (1 − y)^(c + 1) = e^−τ(c + 1)
	const stays = fall(times(over(of(thresholdSeconds), of(patienceSeconds)), c + one));
	let byThreshold = one - stays;
	let step = times(times(y, stays), c + one);
	let harmonic = over(one, c + one);
	for (let j = 0n; ; j++) {
		const answer = times(weight, over(c, c + (j + 1n) * one));
		busy += weight;
		waiting += weight * j;
		answered += answer;
		inTime += times(answer, byThreshold);
		waited += times(answer, harmonic);
		const rate = n + (j + 1n) * perPatience;
		weight = (weight * load) / rate;
		if (rate > load && weight <= busy >> 400n) break;
		// I(j + 2, a) = I(j + 1, a) − t(j + 1), t(m + 1) = t(m)·y·(m + a)/(m + 1), a = c + 1
		byThreshold -= step;
		step = times(times(step, y), (j + 1n) * one + c + one) / (j + 2n);
		harmonic += over(one, c + one + (j + 1n) * one);
	}
	const all = free + busy;
	const perArrival = over(perPatience, load);
	return {
		erlangB: ratio(one, free + one),
		probabilityOfWait: ratio(busy, all),
		abandonment: ratio(times(waiting, perArrival), all),
		averageWaitSeconds: ratio(times(times(waiting, perArrival), of(patienceSeconds)), all),
		serviceLevel: ratio(free + inTime, all),
		asaSeconds: ratio(times(waited, of(patienceSeconds)), free + answered),
		occupancy: ratio(times(free + answered, load), times(all, n))
	};
}

/** M/M/n: the same with endless patience, where the states above n form a geometric series. */
export function birthDeathWithoutAbandonment(queue: Omit<OracleQueue, 'patienceSeconds'>) {
	const { loadErlangs, agents, ahtSeconds, thresholdSeconds } = queue;
	const { one, of, times, over, fall, ratio } = fixedPoint(1024);
	const load = of(loadErlangs);
	const n = BigInt(agents) * one;
	let [free, weight] = [0n, one];
	for (let k = BigInt(agents); k >= 1n && weight > 0n; k--) {
		weight = (weight * k * one) / load;
		free += weight;
	}
	const busy = over(n, n - load);
	const late = times(busy, fall(over(times(n - load, of(thresholdSeconds)), of(ahtSeconds))));
	return {
		probabilityOfWait: ratio(busy, free + busy),
		serviceLevel: ratio(free + busy - late, free + busy),
		asaSeconds: ratio(times(times(busy, over(one, n - load)), of(ahtSeconds)), free + busy)
	};
}
