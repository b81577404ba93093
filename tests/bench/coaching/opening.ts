import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COUNT_COLUMNS, SEED_CATALOGUE, SUM_COLUMNS, type PerformanceFacts } from '#solver/coaching/index.ts';
import { simulateCentre } from '#solver/coaching/testing/simulate-centre.ts';
import { createFirstAdmin } from '#lib/server/access/index.ts';
import { columnInSql } from '#lib/server/coaching/column-in-sql.ts';
import { findCoaching } from '#lib/server/coaching/coaching-work.ts';
import { storeCoaching } from '#lib/server/coaching/store-coaching.ts';
import { SYSTEM, type Context } from '#lib/server/context.ts';
import { openDatabase } from '#lib/server/db/open-database.ts';
import {
	agents,
	coachingEvidence,
	coachingFindings,
	coachingSessions,
	queues,
	sites,
	users
} from '#lib/server/db/schema/index.ts';
import { signIn } from '../../support/sign-in.ts';
import { startServer } from '../../support/start-server.ts';

const AGENTS = 1_000;
const WEEKS = 13;
const DAY_MS = 86_400_000;
const EVIDENCE = 8;
const EVERY_SESSION = 4;
const RUNS = 30;
const ACCOUNT = { name: 'Ana Ruiz', email: 'ana@example.org', password: 'correct horse battery' };
const ROWS_EACH = 5_000;

/**
 * Milliseconds to open the coaching pages of 1,000 agents × 90 days on a running server, as `curl` would see it: the
 * slower of the two pages' 95th percentiles. Needs a build.
 */
export async function opening(): Promise<number> {
	const folder = mkdtempSync(join(tmpdir(), 'marea-coaching-'));
	const url = `file:${join(folder, 'marea.db')}`;
	try {
		const { findings, rows, agentId } = await fill(url);
		const server = await startServer({ db: url });
		try {
			console.log(
				`\nOpening pages: ${AGENTS} agents, ${rows} fact rows, ${findings} findings with ${EVIDENCE} contacts each, a session for every ${EVERY_SESSION}th agent`
			);
			const cookie = await signIn(server, ACCOUNT.email, ACCOUNT.password);
			let slowest = 0;
			for (const path of ['/coaching', '/coaching?state=all', `/coaching/agents/${agentId}`]) {
				const { median, p95, kb } = await time(`${server.url}${path}`, cookie);
				console.log(
					`  ${path.padEnd(32)} median ${median.toFixed(0).padStart(4)} ms  p95 ${p95.toFixed(0).padStart(4)} ms  ${kb.toFixed(0)} KB`
				);
				if (!path.includes('state=all')) slowest = Math.max(slowest, p95);
			}
			return slowest;
		} finally {
			await server.stop();
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function time(url: string, cookie: string): Promise<{ median: number; p95: number; kb: number }> {
	const times: number[] = [];
	let kb = 0;
	for (let run = 0; run < RUNS + 3; run++) {
		const start = performance.now();
		const response = await fetch(url, { headers: { cookie, accept: 'text/html' } });
		const text = await response.text();
		const ms = performance.now() - start;
		if (response.status !== 200 || !text.includes('</html>'))
			throw new Error(`Opening ${url}: answered ${response.status}.`);
		// The first ones load code.
		if (run >= 3) times.push(ms);
		kb = text.length / 1024;
	}
	times.sort((a, b) => a - b);
	return { median: times[RUNS >> 1]!, p95: times[Math.ceil(RUNS * 0.95) - 1]!, kb };
}

async function fill(url: string): Promise<{ findings: number; rows: number; agentId: string }> {
	const db = await openDatabase(url, 'drizzle');
	try {
		const ctx: Context = { db, now: Date.now };
		const { orm } = db;
		const { facts } = simulateCentre({ agents: AGENTS, weeks: WEEKS, seed: 8_000 });
		await createFirstAdmin(ctx, { ...ACCOUNT, siteName: 'Centre', timeZone: 'UTC' });
		const [site] = await orm.select().from(sites);
		await orm
			.insert(agents)
			.values(facts.agents.map(({ id }, i) => ({ id, siteId: site!.id, name: `Agent ${i}`, createdAt: 1 })));
		await orm.insert(queues).values(
			facts.queues.map((id) => ({
				id,
				siteId: site!.id,
				name: id,
				channel: 'voice' as const,
				createdAt: 1
			}))
		);
		const today = Math.floor(Date.now() / DAY_MS);
		const dateOf = (day: number) =>
			new Date((today - facts.days + 1 + day) * DAY_MS).toISOString().slice(0, 10);
		await storeFacts(ctx, facts, dateOf);
		const found = findCoaching(
			{ facts, contacts: [], catalogue: SEED_CATALOGUE, sessions: [], settledUses: [] },
			{ report: () => undefined, shouldStop: () => false }
		)!;
		await storeCoaching(ctx, SYSTEM, { fromDate: dateOf(0), toDate: dateOf(facts.days - 1) }, found);
		const findings = await orm.select().from(coachingFindings);
		for (const { id, agentId } of findings)
			await orm.insert(coachingEvidence).values(
				Array.from({ length: EVIDENCE }, (_, ordinal) => ({
					findingId: id,
					ordinal,
					contactId: randomUUID(),
					agentId,
					role: ordinal < 4 ? ('shows-it' as const) : ('good-own' as const),
					score: -1,
					values: { aht: 6, hold: 1 }
				}))
			);
		const [coach] = await orm.select().from(users);
		const sessions = facts.agents.flatMap(({ id }, i) =>
			i % EVERY_SESSION === 0
				? [
						{
							id: randomUUID(),
							agentId: id,
							coachId: coach!.id,
							cause: 'knowledge',
							moduleId: 'search-drill',
							metrics: ['aht', 'hold'],
							mainCase: null,
							expected: [],
							evidence: [],
							state: 'planned' as const,
							startAt: Date.now() + (1 + i) * 1_800_000,
							endAt: Date.now() + (2 + i) * 1_800_000,
							createdBy: 'system',
							createdAt: 1,
							changedAt: 1
						}
					]
				: []
		);
		await orm.insert(coachingSessions).values(sessions);
		return { findings: findings.length, rows: facts.rows, agentId: findings[0]!.agentId };
	} finally {
		db.close();
	}
}

async function storeFacts(
	{ db }: Context,
	facts: PerformanceFacts,
	dateOf: (day: number) => string
): Promise<void> {
	const columns = [...COUNT_COLUMNS, ...SUM_COLUMNS];
	const value = (i: number) => [
		dateOf(facts.day[i]!),
		facts.agents[facts.agent[i]!]!.id,
		facts.queues[facts.queue[i]!]!,
		facts.channels[facts.channel[i]!]!,
		facts.intents[facts.intent[i]!]!,
		facts.bands[facts.band[i]!]!,
		'log',
		...COUNT_COLUMNS.map((name) => facts.counts[name][i]!),
		...SUM_COLUMNS.map((name) => facts.sums[name][i]!)
	];
	for (let from = 0; from < facts.rows; from += ROWS_EACH) {
		const some = Array.from({ length: Math.min(ROWS_EACH, facts.rows - from) }, (_, i) => value(from + i));
		await db.client.execute({
			sql: `INSERT INTO performance_facts (date, agent_id, queue_id, channel, intent, band, origin, ${columns.map(columnInSql).join(', ')})
				SELECT ${Array.from({ length: 7 + columns.length }, (_, i) => `value ->> ${i}`).join(', ')} FROM json_each(?)
				WHERE true ON CONFLICT DO NOTHING`,
			args: [JSON.stringify(some)]
		});
	}
}
