import { demoScenario, expectedArrivals, type Scenario } from '../../simulation/index.ts';
import type { PooledQueue } from '../pooled-queue.ts';
import type { SkillGroup } from '../skill-group.ts';

/** A week (Monday first) of the demo centre for tests and benchmarks: what its queues expect, and its people by skill set. */
export function demoCentre(
	intervalSeconds: number,
	scenario: Scenario = demoScenario()
): { queues: PooledQueue[]; groups: (SkillGroup & { headcount: number })[]; dayOf: number[] } {
	const perDay = 86_400 / intervalSeconds;
	const dayOf = Array.from({ length: 7 * perDay }, (_, i) => Math.floor(i / perDay));
	const queues = scenario.queues.map((queue): PooledQueue => {
		const expected = expectedArrivals(queue);
		const toPeople = 1 - queue.botShare * queue.botContainment;
		const parts = expected[0]!.length;
		const volumes = dayOf.map((day, i) => {
			const part = Math.floor(((i % perDay) * parts) / perDay);
			return (expected[day]![part]! * toPeople * parts) / perDay;
		});
		return {
			id: queue.id,
			volumes,
			ahtSeconds: volumes.map(() => queue.ahtSeconds),
			patienceSeconds: queue.patienceSeconds,
			serviceLevel: queue.serviceLevel,
			concurrency: queue.concurrency,
			priority: queue.priority
		};
	});
	const bySkills = new Map<string, SkillGroup & { headcount: number }>();
	for (const agent of scenario.agents) {
		const served = scenario.queues
			.map(({ id, skill, language }) => ({
				id,
				proficiency:
					agent.languages && !agent.languages.includes(language)
						? undefined
						: agent.skills.find((entry) => entry.skill === skill)?.proficiency
			}))
			.filter(({ proficiency }) => proficiency !== undefined)
			.sort((a, b) => Math.round(b.proficiency! * 4) - Math.round(a.proficiency! * 4));
		const queueIds = served.map(({ id }) => id);
		const key = [...queueIds].sort().join(' ');
		const group = bySkills.get(key);
		if (group) group.headcount++;
		else bySkills.set(key, { id: `${agent.team}-${bySkills.size}`, queueIds, headcount: 1 });
	}
	return { queues, groups: [...bySkills.values()], dayOf };
}
