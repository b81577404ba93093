import { RIGHTS_OF_ROLE } from '#lib/contracts/rights.ts';
import { openTestContext } from '../access/testing.ts';
import type { Actor } from '../context.ts';
import { agents, agentSkills, contracts, queues, sites, skills, teams, users } from '../db/schema/index.ts';

/** The account of one of the people of openSmallCentre(). */
export const agentActor = (agentId: string): Actor => ({
	id: `user:${agentId}`,
	role: 'agent',
	agentId,
	rights: RIGHTS_OF_ROLE.agent
});

/** A site with a queue and three people alike, each with an account; the clock stands at a time of the test's. */
export async function openSmallCentre(at: number, timeZone = 'UTC') {
	const test = await openTestContext();
	test.clock.at = at;
	const { orm } = test.ctx.db;
	await orm.insert(sites).values({ id: 'main', name: 'Main', timeZone, createdAt: 0 });
	await orm.insert(teams).values({ id: 'voice', siteId: 'main', name: 'Voice' });
	await orm.insert(skills).values({ id: 'calls', name: 'Calls' });
	await orm.insert(queues).values({
		...{ id: 'billing', siteId: 'main', name: 'Billing', channel: 'voice' as const },
		...{ skillId: 'calls', createdAt: 0 }
	});
	await orm.insert(contracts).values({
		...{ id: 'c', name: 'C', minHoursPerWeek: 0, maxHoursPerWeek: 40, maxHoursPerDay: 9 },
		...{ minRestHours: 12, maxConsecutiveDays: 6, minDaysOffPerWeek: 1 }
	});
	const people = ['ana', 'ben', 'cat'];
	await orm
		.insert(agents)
		.values(
			people.map((id) => ({ id, siteId: 'main', teamId: 'voice', contractId: 'c', name: id, createdAt: 0 }))
		);
	await orm.insert(agentSkills).values(people.map((agentId) => ({ agentId, skillId: 'calls' })));
	const date = new Date(1);
	await orm.insert(users).values(
		people.map((id) => ({
			...{ id, name: id, email: `${id}@example.org`, role: 'agent' as const },
			...{ agentId: id, createdAt: date, updatedAt: date }
		}))
	);
	return test;
}
