import { openTestContext } from '../../../src/lib/server/access/testing.ts';
import { Centre } from '../../../src/lib/server/centre.ts';
import { LiveCommands } from '../../../src/lib/server/commands/index.ts';
import { SYSTEM } from '../../../src/lib/server/context.ts';
import * as tables from '../../../src/lib/server/db/schema/index.ts';
import { Jobs } from '../../../src/lib/server/jobs/index.ts';
import { PastFloors } from '../../../src/lib/server/past/index.ts';

export const SITES = ['south', 'north'] as const;
export type Site = (typeof SITES)[number];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Who leads, coaches and evaluates in the matrix, whatever role the case gives them. */
export const LEAD = 'user:lead';

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
	for (const site of SITES) await addMade(site);

	/** One of everything that people make. */
	async function addMade(site: Site): Promise<void> {
		const [agentId, queueId, contactId] = [`${site}-agent`, `${site}-queue`, `${site}-contact`];
		const made = { createdBy: LEAD, createdAt: at };
		await orm.insert(tables.alertRules).values({
			id: `${site}-rule`,
			name: `${site} rule`,
			metric: 'waiting',
			queueId,
			watchThreshold: 5,
			emails: [`${site}@example.org`],
			...made
		});
		await orm.insert(tables.alerts).values({
			id: `${site}-alert`,
			ruleId: `${site}-rule`,
			ruleName: `${site} rule`,
			metric: 'waiting',
			queueId,
			severity: 'watch',
			value: 6,
			worstValue: 6,
			threshold: 5,
			openedAt: at - MINUTE
		});
		await orm.insert(tables.kioskLinks).values({
			id: `${site}-kiosk`,
			name: `${site} kiosk`,
			tokenHash: `${site}-hash`,
			board: { queues: [queueId], seconds: 10, locale: 'en', theme: 'dark' },
			createdBy: site === 'south' ? LEAD : 'user:somebody',
			createdAt: at
		});
		await orm.insert(tables.commands).values({
			id: `${site}-command`,
			kind: 'agent.state',
			subject: `agent:${agentId}`,
			payload: { agent: agentId, state: 'break' },
			state: 'requested',
			requestedBy: LEAD,
			requestedAt: at,
			expiresAt: at + HOUR
		});
		await orm.insert(tables.suggestions).values({
			id: `${site}-suggestion`,
			kind: 'route',
			contactId,
			queueId,
			subject: agentId,
			rule: 'offer',
			version: '1',
			reasons: [],
			madeAt: at - MINUTE,
			madeFor: 'system'
		});
		await orm.insert(tables.adherenceExcuses).values({
			id: `${site}-excuse`,
			agentId,
			fromAt: at - HOUR,
			toAt: at,
			reason: site,
			...made
		});
		await orm.insert(tables.rosters).values({
			id: `${site}-roster`,
			name: `${site} roster`,
			fromAt: at - 24 * HOUR,
			toAt: at + 24 * HOUR,
			timeZone: 'UTC',
			status: 'published',
			problem: {},
			result: {},
			...made
		});
		await orm.insert(tables.shifts).values({
			id: `${site}-shift`,
			rosterId: `${site}-roster`,
			agentId,
			templateId: 't',
			startAt: at - 4 * HOUR,
			endAt: at + 4 * HOUR,
			breaks: []
		});
		await orm.insert(tables.publications).values({
			id: `${site}-publication`,
			kind: 'publish',
			rosterId: `${site}-roster`,
			detail: { note: site, reason: '' },
			publishedBy: LEAD,
			publishedAt: at - HOUR
		});
		await orm.insert(tables.publicationAgents).values({
			publicationId: `${site}-publication`,
			agentId,
			fromAt: at - 24 * HOUR,
			toAt: at + 24 * HOUR,
			differences: [
				{
					date: new Date(at).toISOString().slice(0, 10),
					before: [],
					after: [{ startAt: at - 4 * HOUR, endAt: at + 4 * HOUR, breaks: [] }]
				}
			]
		});
		await orm.insert(tables.scheduleChanges).values({
			id: `${site}-change`,
			agentId,
			kind: 'leaves',
			fromAt: at + 2 * HOUR,
			toAt: at + 4 * HOUR,
			reason: site,
			...made
		});
		await orm.insert(tables.offers).values({
			id: `${site}-offer`,
			kind: 'time_off',
			fromAt: at + HOUR,
			toAt: at + 2 * HOUR,
			places: 1,
			expiresAt: at + HOUR,
			note: site,
			...made
		});
		await orm.insert(tables.offerAgents).values({
			offerId: `${site}-offer`,
			agentId,
			state: 'asked',
			change: 'leaves',
			fromAt: at + HOUR,
			toAt: at + 2 * HOUR
		});
		await orm.insert(tables.forecasts).values({
			id: `${site}-forecast`,
			name: `${site} forecast`,
			status: 'published',
			intervalSeconds: 1800,
			fromAt: at - 24 * HOUR,
			toAt: at + 24 * HOUR,
			timeZone: 'UTC',
			detail: {},
			publishedAt: at,
			...made
		});
		await orm.insert(tables.forecastIntervals).values({
			forecastId: `${site}-forecast`,
			queueId,
			startAt: Math.floor(at / (30 * MINUTE)) * 30 * MINUTE,
			offered: 10,
			p10: 5,
			p90: 15
		});
		await addRequests(site, agentId);
		await addPeopleWork(site, agentId, contactId);
	}

	/** Of each site's agent: leave that waits for a planner and leave that stands in a shift's way, an offer to oneself, an availability. */
	async function addRequests(site: Site, agentId: string): Promise<void> {
		const date = (ms: number) => new Date(ms).toISOString().slice(0, 10);
		const leave = (id: string, state: 'asked' | 'approved', fromAt: number) => ({
			...{ id, agentId, kindId: 'holiday', isWholeDays: false, note: `${site} note`, state, createdAt: at },
			...{ fromAt, toAt: fromAt + HOUR, fromDate: date(fromAt), toDate: date(fromAt) }
		});
		await orm
			.insert(tables.leaveRequests)
			.values([
				leave(`${site}-leave`, 'asked', at + 240 * HOUR),
				leave(`${site}-leave-approved`, 'approved', at + HOUR)
			]);
		await orm.insert(tables.swapOffers).values({
			...{
				id: `${site}-offer`,
				agentId,
				takenBy: agentId,
				note: site,
				kind: 'cover' as const,
				state: 'accepted' as const
			},
			...{ startAt: at + 48 * HOUR, endAt: at + 56 * HOUR, createdAt: at, expiresAt: at + 36 * HOUR }
		});
		await orm
			.insert(tables.swapCandidates)
			.values({ offerId: `${site}-offer`, agentId, state: 'asked', rules: [], returns: [] });
		await orm.insert(tables.availabilities).values({
			...{ id: `${site}-availability`, agentId, validFrom: date(at + 48 * HOUR), ranges: [] },
			...{ note: site, state: 'asked' as const, createdAt: at }
		});
		await orm.insert(tables.shifts).values({
			...{ id: `${site}-later`, rosterId: `${site}-roster`, agentId, templateId: 't', breaks: [] },
			...{ startAt: at + 48 * HOUR, endAt: at + 56 * HOUR }
		});
	}

	async function addPeopleWork(site: Site, agentId: string, contactId: string): Promise<void> {
		const session = (state: 'planned' | 'held' | 'cancelled', startAt: number) => ({
			id: `${site}-${state}`,
			agentId,
			coachId: 'lead',
			cause: 'holding',
			moduleId: null,
			metrics: ['hold'],
			expected: [],
			evidence: [{ contactId, agentId, role: 'shows-it' as const, score: -1, values: {} }],
			state,
			stateBefore: state === 'cancelled' ? ('planned' as const) : null,
			startAt,
			endAt: startAt + 30 * MINUTE,
			notes: `${site} notes`,
			heldAt: state === 'held' ? startAt : null,
			createdBy: LEAD,
			createdAt: at,
			changedAt: at
		});
		await orm
			.insert(tables.coachingSessions)
			.values([
				session('planned', at + HOUR),
				session('held', at - 48 * HOUR),
				session('cancelled', at + 5 * HOUR)
			]);
		const run = { id: 'run', fromDate: '2026-01-01', toDate: '2026-02-01', metrics: [] };
		await orm
			.insert(tables.coachingRuns)
			.values({ ...run, computedBy: LEAD, computedAt: at })
			.onConflictDoNothing();
		await orm.insert(tables.coachingEstimates).values({
			runId: 'run',
			agentId,
			metric: 'hold',
			verdict: 'gap',
			observations: 50,
			days: 20,
			reached: 0.5,
			expected: 0.3,
			estimate: -1,
			sd: 0.2,
			sds: -2,
			gapProbability: 0.99,
			gapP: 0.01
		});
		await orm.insert(tables.coachingFindings).values({
			id: `${site}-finding`,
			runId: 'run',
			agentId,
			cause: 'holding',
			probability: 0.9,
			priority: 1,
			gaps: ['hold'],
			support: [],
			recommendations: [],
			mentors: SITES.map((one) => ({ agentId: `${one}-agent`, metric: 'hold', commonWork: 0.5 }))
		});
		await orm.insert(tables.coachingEvidence).values(
			SITES.map((one, ordinal) => ({
				findingId: `${site}-finding`,
				ordinal,
				contactId: `${one}-contact`,
				agentId: `${one}-agent`,
				role: 'good-peer' as const,
				score: 1,
				values: {}
			}))
		);
		await orm
			.insert(tables.coachingKudos)
			.values({ id: `${site}-kudos`, agentId, givenBy: LEAD, text: `${site} praise`, givenAt: at });
		await orm
			.insert(tables.coachingComments)
			.values({ id: `${site}-comment`, agentId, writtenBy: LEAD, text: `${site} comment`, writtenAt: at });
		const name = { en: 'form', es: 'formulario' };
		await orm
			.insert(tables.qualityForms)
			.values({ id: 'form', version: 1, createdAt: at })
			.onConflictDoNothing();
		await orm
			.insert(tables.qualityFormVersions)
			.values({
				formId: 'form',
				version: 1,
				name,
				body: {
					sections: [{ id: 's', name, items: [{ id: 'i', text: name, weight: 1, top: 1, fails: 'none' }] }]
				} as never,
				createdBy: LEAD,
				createdAt: at
			})
			.onConflictDoNothing();
		await orm
			.insert(tables.qualityDraws)
			.values({ id: 'draw', fromAt: 0, toAt: at, month: '2026-01', seed: 1, drawnBy: LEAD, drawnAt: at })
			.onConflictDoNothing();
		await orm.insert(tables.qualitySamples).values({
			contactId,
			agentId,
			drawId: 'draw',
			basis: 'risk',
			risk: 1,
			reasons: [],
			contactAt: at - 20 * MINUTE
		});
		const evaluation = (state: 'shared' | 'draft', evaluator: string) => ({
			id: `${site}-${state}`,
			contactId,
			agentId,
			formId: 'form',
			formVersion: 1,
			basis: 'chosen' as const,
			evaluator,
			state,
			answers: { i: { value: 1, note: '' } } as never,
			score: 1,
			weighted: 1,
			failedBy: [],
			contactDate: '2026-01-01',
			contactAt: at - 20 * MINUTE,
			createdAt: at,
			changedAt: at,
			sharedAt: state === 'shared' ? at : null
		});
		await orm
			.insert(tables.qualityEvaluations)
			.values([evaluation('shared', 'user:somebody'), evaluation('draft', LEAD)]);
		await orm.insert(tables.qualityDisputes).values({
			id: `${site}-dispute`,
			evaluationId: `${site}-shared`,
			itemId: 'i',
			reason: site,
			disputedAt: at,
			valueBefore: 1
		});
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
