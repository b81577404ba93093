import { openTestContext } from '../../../src/lib/server/access/testing.ts';
import { Centre } from '../../../src/lib/server/centre.ts';
import { LiveCommands } from '../../../src/lib/server/commands/index.ts';
import { SYSTEM } from '../../../src/lib/server/context.ts';
import * as tables from '../../../src/lib/server/db/schema/index.ts';
import { Jobs } from '../../../src/lib/server/jobs/index.ts';
import { PastFloors } from '../../../src/lib/server/past/index.ts';
import { addOperations } from './site-operations.ts';
import { addPeopleWork } from './site-people-work.ts';
import { addPlans, addRequests } from './site-plans.ts';

export const SITES = ['south', 'north'] as const;
export type Site = (typeof SITES)[number];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/**
 * A centre of two sites alike, "south" and "north": each with a team, a queue, an agent, a customer's contact, and one
 * of everything that can be made of them. Every id and name of a site has the site's in it, so that an answer that names
 * the other site gives itself away.
 */
export async function openTwoSites() {
	const test = await openTestContext();
	const { ctx, clock } = test;
	const { orm, client } = ctx.db;
	// The hour's middle, so that no day or half hour turns in the middle of a case.
	clock.at = Math.floor(clock.at / HOUR) * HOUR + 10 * MINUTE;
	const at = clock.at;
	for (const site of SITES) {
		await orm.insert(tables.sites).values({ id: site, name: site, timeZone: 'UTC', createdAt: 1 });
		await orm.insert(tables.skills).values({ id: `${site}-skill`, name: `${site} skill` });
		await orm.insert(tables.queues).values({
			id: `${site}-queue`,
			siteId: site,
			name: `${site} queue`,
			channel: 'voice',
			skillId: `${site}-skill`,
			createdAt: 1
		});
		await orm.insert(tables.teams).values({ id: `${site}-team`, siteId: site, name: `${site} team` });
		await orm.insert(tables.agents).values({
			id: `${site}-agent`,
			siteId: site,
			teamId: `${site}-team`,
			name: `${site} agent`,
			createdAt: 1
		});
		await orm.insert(tables.agentSkills).values({ agentId: `${site}-agent`, skillId: `${site}-skill` });
	}
	const date = new Date(1);
	const user = (id: string, agentId: string | null = null) => ({
		id,
		name: id,
		email: `${id}@example.org`,
		role: 'supervisor' as const,
		agentId,
		createdAt: date,
		updatedAt: date
	});
	await orm
		.insert(tables.users)
		.values([user('lead'), user('somebody'), ...SITES.map((site) => user(`${site}-user`, `${site}-agent`))]);

	const centre = await Centre.open(ctx, () => -0.8);
	for (const site of SITES) {
		const say = (id: string, type: string, data: object, before: number) => ({
			id: `${site}-${id}`,
			source: `${site}-acd`,
			type: `marea.${type}`,
			at: at - before,
			data: { channel: 'voice' as const, ...data }
		});
		const contact = `${site}-contact`;
		const waiting = `${site}-waiting`;
		const agent = `${site}-agent`;
		const queue = `${site}-queue`;
		await centre.ingest.accept(SYSTEM, [
			say('1', 'agent.state', { agent, state: 'available' }, 30 * MINUTE),
			say(
				'2',
				'bot.started',
				{ contact, bot: `${site}-bot`, queue, customer: `${site}-customer` },
				29 * MINUTE
			),
			say('3', 'message', { contact, party: 'customer', text: `I am furious, ${site}` }, 28 * MINUTE),
			say('4', 'bot.escalated', { contact, bot: `${site}-bot`, queue }, 27 * MINUTE),
			say('5', 'contact.queued', { contact, queue }, 26 * MINUTE),
			say('6', 'contact.answered', { contact, queue, agent }, 25 * MINUTE),
			say('7', 'message', { contact, party: 'customer', text: `still furious, ${site}` }, 24 * MINUTE),
			say('8', 'contact.ended', { contact }, 20 * MINUTE),
			say('9', 'contact.wrapped', { contact, agent }, 19 * MINUTE),
			say('10', 'contact.queued', { contact: waiting, queue, customer: `${site}-customer` }, 2 * MINUTE),
			say('11', 'message', { contact: waiting, party: 'customer', text: `a person! ${site}` }, MINUTE)
		]);
	}
	await centre.project();
	centre.tick();
	for (const site of SITES) {
		const made = {
			site,
			agentId: `${site}-agent`,
			queueId: `${site}-queue`,
			contactId: `${site}-contact`,
			at
		};
		await addOperations(orm, made);
		await addPlans(orm, made);
		await addRequests(orm, made);
		await addPeopleWork(orm, SITES, made);
	}

	const jobs = await Jobs.open(ctx);
	// What is asked for is kept and not begun.
	await jobs.stop();
	const past = new PastFloors({ ctx, config: () => centre.state.config, score: () => null });
	const commands = await LiveCommands.open(ctx, async () => undefined);
	const pastFloor = await past.take(at - MINUTE);
	const reset = await remember(client);
	return { ctx, clock, at, centre, jobs, past, pastFloor, commands, reset, close: test.close };
}

export type TwoSites = Awaited<ReturnType<typeof openTwoSites>>;

/** How to bring every table back to what it holds now. */
async function remember(client: TwoSites['ctx']['db']['client']): Promise<() => Promise<void>> {
	const { rows } = await client.execute(
		`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'`
	);
	const names = rows.map((row) => String(row.name)).filter((name) => name !== 'audit_permits');
	await client.executeMultiple(
		names.map((name) => `CREATE TEMP TABLE "kept_${name}" AS SELECT * FROM main."${name}";`).join('\n')
	);
	const back = [
		'PRAGMA foreign_keys = OFF;',
		'BEGIN;',
		// The audit is append-only but for whom it permits.
		'INSERT INTO main.audit_permits VALUES (1);',
		...names.map(
			(name) => `DELETE FROM main."${name}"; INSERT INTO main."${name}" SELECT * FROM temp."kept_${name}";`
		),
		'DELETE FROM main.audit_permits;',
		'COMMIT;',
		'PRAGMA foreign_keys = ON;'
	].join('\n');
	return () => client.executeMultiple(back);
}
