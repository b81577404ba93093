import { smallestInteger } from '../numeric/smallest-integer.ts';
import { agentsWithShrinkage } from './agents-with-shrinkage.ts';
import { refuse, type Demand, type StaffingTerms } from './check-staffing.ts';
import { emptyFigures } from './empty-figures.ts';
import { intervalQueue } from './interval-queue.ts';
import { queueFigures, type QueueFigures } from './queue-figures.ts';
import type { StaffingFigures } from './staffing-input.ts';

/** More agents than this are taken for a target that nothing reaches. */
const MOST_AGENTS = 5e8;

/**
 * Finds requirement after requirement under the same terms, each search learning from those before it.
 *
 * Every figure worsens with load and improves with agents (the offered wait is ordered in likelihood ratio in both),
 * so for each number of agents it is enough to remember the largest load known to be fine and the smallest known to
 * be too much; most questions about a load between two old ones are answered from there. The search starts at the
 * last answer's safety margin, β = (n − A)/√A. Answers do not depend on what was asked before.
 *
 * @param terms checked by checkTerms()
 * @returns a function of a demand checked by checkDemand()
 */
export function requirementSearch(action: string, terms: StaffingTerms): (demand: Demand) => StaffingFigures {
	const { serviceLevel, maxAsaSeconds, maxAbandonment, maxOccupancy } = terms;
	const { concurrency = 1 } = terms;
	let margin = 1;
	let known: Map<number, { fineUpTo: number; tooMuchFrom: number }> | null = null;
	let before: Demand | null = null;

	const meets = (figures: QueueFigures) =>
		(!serviceLevel || figures.serviceLevel! >= serviceLevel.share) &&
		(maxAsaSeconds === undefined || (figures.asaSeconds !== null && figures.asaSeconds <= maxAsaSeconds)) &&
		(maxAbandonment === undefined || figures.abandonment! <= maxAbandonment) &&
		(maxOccupancy === undefined || (figures.occupancy !== null && figures.occupancy <= maxOccupancy));

	return (demand) => {
		const { volume, ahtSeconds, patienceSeconds, shrinkage = 0 } = demand;
		const minimumAgents = demand.minimumAgents ?? terms.minimumAgents ?? 0;
		const answer = (agents: number, figures: Omit<QueueFigures, 'status'>): StaffingFigures => ({
			model: patienceSeconds === undefined ? 'erlang-c' : 'erlang-a',
			agents,
			agentsWithShrinkage: agentsWithShrinkage(agents, shrinkage),
			serviceLevel: figures.serviceLevel,
			asaSeconds: figures.asaSeconds,
			probabilityOfWait: figures.probabilityOfWait,
			abandonment: figures.abandonment,
			occupancy: figures.occupancy
		});
		if (volume === 0) return answer(minimumAgents, emptyFigures(minimumAgents));

		// What is known holds for one handling time and patience; nothing is kept while they change each time.
		const same = before?.ahtSeconds === ahtSeconds && before.patienceSeconds === patienceSeconds;
		known = same ? (known ?? new Map()) : null;
		before = demand;
		const queue = intervalQueue(demand, terms);
		const { loadErlangs } = queue;
		let last: { agents: number; figures: QueueFigures } | null = null;
		const holds = (agents: number): boolean => {
			const bounds = known?.get(agents) ?? { fineUpTo: -1, tooMuchFrom: Infinity };
			if (loadErlangs <= bounds.fineUpTo) return true;
			if (loadErlangs >= bounds.tooMuchFrom) return false;
			const figures = queueFigures(queue, agents * concurrency);
			const fine = figures.status === 'stable' && meets(figures);
			if (fine) {
				bounds.fineUpTo = loadErlangs;
				last = { agents, figures };
			} else bounds.tooMuchFrom = loadErlangs;
			known?.set(agents, bounds);
			return fine;
		};

		const slots = loadErlangs + margin * Math.sqrt(loadErlangs);
		const lowest = patienceSeconds === undefined ? Math.floor(loadErlangs / concurrency) : 0;
		const agents = smallestInteger(holds, slots / concurrency, Math.max(minimumAgents, lowest), MOST_AGENTS);
		if (agents === null)
			return refuse(action, 'target', 'given', `one that at most ${MOST_AGENTS} agents can reach.`);
		margin = (agents * concurrency - loadErlangs) / Math.sqrt(loadErlangs);

		const found = last as { agents: number; figures: QueueFigures } | null;
		if (found?.agents === agents) return answer(agents, found.figures);
		const figures = queueFigures(queue, agents * concurrency);
		if (figures.status === 'unstable') throw new Error(`${action}: ${figures.explanation}`);
		return answer(agents, figures);
	};
}
