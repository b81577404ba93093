import type { RosterAgent, RosterProblem } from '../problem.ts';

/**
 * The problem as it concerns one agent: that agent, what names them, and nobody's demand. Of such a problem the
 * validator answers the rules that the agent's shifts break and what the agent's own choices cost, and nothing else.
 *
 * Whatever list of the problem names its agents by a field `agent` is cut to the agent's own entries, so that a
 * list which is added to the problem later is cut as well.
 *
 * @returns the agents and their problems by id
 */
export function agentProblems(
	problem: RosterProblem
): Map<string, { agent: RosterAgent; problem: RosterProblem }> {
	const lists = Object.entries(problem).flatMap(([name, value]) =>
		Array.isArray(value) && value.length > 0 && namesAgent(value[0])
			? [{ name, own: Map.groupBy(value as { agent: string }[], ({ agent }) => agent) }]
			: []
	);
	return new Map(
		problem.agents.map((agent) => [
			agent.id,
			{
				agent,
				problem: {
					...problem,
					...Object.fromEntries(lists.map(({ name, own }) => [name, own.get(agent.id) ?? []])),
					agents: [agent],
					demand: []
				}
			}
		])
	);
}

const namesAgent = (one: unknown): boolean =>
	typeof one === 'object' && one !== null && typeof (one as { agent?: unknown }).agent === 'string';
