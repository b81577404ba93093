import { blockingOdds } from './blocking-odds.ts';
import { checkQueue, type QueueInput } from './check-queue.ts';
import { patienceIntegrals } from './patience-integrals.ts';

export interface ErlangAInput extends QueueInput {
	/** Mean patience: how long a contact waits, on average, before it gives up. Seconds, above 0. */
	patienceSeconds: number;
}

export interface ErlangAMeasures {
	/** Share of contacts that find no free agent. */
	probabilityOfWait: number;
	/** Share of contacts that leave unanswered. */
	abandonment: number;
	/** Share of all contacts that are answered within the threshold: An / (AN + AB). */
	serviceLevel: number;
	/** Mean queue time of answered contacts; null without agents, when none is answered. */
	asaSeconds: number | null;
	/** Mean queue time of all contacts, answered or abandoned. */
	averageWaitSeconds: number;
	/** Answered load per agent, 0 to 1; null without agents. */
	occupancy: number | null;
}

/**
 * Exact Erlang A: M/M/n+M, Poisson arrivals, exponential handling times and exponential patience.
 *
 * The density of the offered wait v and the state probabilities are those of Zeltyn & Mandelbaum 2005, "Call centers
 * with impatient customers: many-server asymptotics of the M/M/n+G queue", §9, here with patience as the unit of time:
 * v(z) ∝ c·e^φ(z), φ(z) = x(1 − e^−z) − cz, x = load × patience / AHT, c = agents × patience / AHT, against
 * (1 − B)/B for an arrival that finds a free agent. No approximation enters; relative error is below 1e-11 on every
 * figure for up to 100,000 agents and patience from seconds to days. Cost O(√load), 1 to 2 µs at 30 agents.
 *
 * @throws RangeError for input outside the domain of ErlangAInput
 * @example
 * erlangA({ loadErlangs: 1, agents: 1, ahtSeconds: 60, patienceSeconds: 60, thresholdSeconds: 0 }).abandonment // 1/e
 */
export function erlangA(input: ErlangAInput): ErlangAMeasures {
	checkQueue('Computing Erlang A', input);
	const { loadErlangs, agents, ahtSeconds, patienceSeconds, thresholdSeconds } = input;
	if (!(patienceSeconds > 0 && patienceSeconds < Infinity))
		throw new RangeError(
			`Computing Erlang A: patienceSeconds "${patienceSeconds}" must be a finite number of seconds above 0.`
		);

	const patience = patienceSeconds / ahtSeconds;
	const x = loadErlangs * patience;
	const c = agents * patience;
	const wait = patienceIntegrals(x, c, thresholdSeconds / patienceSeconds);

	// Weights of an arrival's fates: B × those relative to "all n busy, none waiting", and divided by e^logScale.
	const odds = blockingOdds(loadErlangs, agents);
	const blocked = 1 / (1 + odds);
	const base = Math.exp(-wait.logScale);
	const total = base + blocked * x * wait.answered;
	const atOnce = odds === Infinity ? base : base * odds * blocked;
	const answered = atOnce + blocked * c * wait.answered;

	return {
		probabilityOfWait: share(blocked * (base + x * wait.answered), total),
		abandonment: share(blocked * wait.abandoned, total),
		serviceLevel: share(atOnce + blocked * c * wait.answeredByThreshold, total),
		asaSeconds: agents === 0 ? null : (patienceSeconds * blocked * c * wait.answeredWait) / answered,
		averageWaitSeconds: (patienceSeconds * blocked * wait.abandoned) / total,
		occupancy: agents === 0 ? null : share((loadErlangs / agents) * answered, total)
	};
}

/** A quotient that theory keeps at or below 1, without the last bit of rounding that might pass it. */
const share = (part: number, total: number) => Math.min(1, part / total);
