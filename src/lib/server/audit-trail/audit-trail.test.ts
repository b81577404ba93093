import { afterAll, beforeAll, expect, it } from 'vitest';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { recordAudit, sealAudit } from '../audit/index.ts';
import { SYSTEM } from '../context.ts';
import { auditChoices, checkAudit, exportAudit, parseAuditQuery, readAudit } from './index.ts';

let test: Awaited<ReturnType<typeof openTestContext>>;
const admin = actorWithRole('admin');
beforeAll(async () => {
	test = await openTestContext();
	const { ctx, clock } = test;
	await ctx.db.client.execute(
		`INSERT INTO users (id, name, email, email_verified, role, is_demo, created_at, updated_at) VALUES ('ana', 'Ana Gil', 'ana@x.es', 1, 'admin', 0, 0, 0)`
	);
	const write = (at: string, actor: string, action: string, subject: string, reason?: string) => {
		clock.at = Date.parse(at);
		return recordAudit(
			ctx,
			{ id: actor },
			{ action, subject, before: { level: 0.8 }, after: { level: 0.9 }, reason }
		);
	};
	await write('2026-11-20T22:30:00Z', 'user:ana', 'queue.update', 'queue:billing', '=cmd()');
	await write('2026-11-20T23:30:00Z', 'user:ana', 'queue.update', 'queue:billing-es', 'Christmas');
	await write('2026-11-21T10:00:00Z', 'key:1', 'key.create', 'key:1');
	await write('2026-11-22T10:00:00Z', 'system', 'alert.note', 'alert:9');
});
afterAll(() => test.close());

const find = async (query: string, limit = 100) =>
	(
		await readAudit(test.ctx, admin, {
			query: parseAuditQuery(new URLSearchParams(query)),
			timeZone: 'Europe/Madrid',
			limit
		})
	).map(({ id }) => id);

it.each([
	['', [4, 3, 2, 1]],
	['who=user:ana', [2, 1]],
	['action=queue.update', [2, 1]],
	['action=queue', [2, 1]],
	['action=queue.up', []],
	['subject=queue', [2, 1]],
	['subject=queue:billing', [1]],
	// Local days: 23:30 UTC is the next day in Madrid.
	['from=2026-11-21&to=2026-11-21', [3, 2]],
	['to=2026-11-20', [1]],
	['words=ana CHRISTMAS', [2]],
	['words=%25', []],
	['before=3', [2, 1]],
	['from=nonsense&before=x&words=', [4, 3, 2, 1]]
])('readAudit() finds what "%s" asks for', async (query, ids) => {
	expect(await find(query)).toEqual(ids);
});

it('auditChoices() names who has done what, once each', async () => {
	const { actors, actions } = await auditChoices(test.ctx, admin);
	expect(actors.slice(0, 1)).toEqual([{ id: 'user:ana', name: 'Ana Gil' }]);
	expect(actors.map(({ id }) => id).sort()).toEqual(['key:1', 'system', 'user:ana']);
	expect(actions).toEqual(['alert.note', 'key.create', 'queue.update']);
});

it('a person without audit.view is told nothing, and neither is a key', async () => {
	const query = parseAuditQuery(new URLSearchParams());
	for (const role of ['supervisor', 'planner', 'agent'] as const) {
		const actor = actorWithRole(role);
		await expect(readAudit(test.ctx, actor, { query, timeZone: 'UTC', limit: 1 })).rejects.toThrow(
			'audit.view'
		);
		await expect(checkAudit(test.ctx, actor)).rejects.toThrow('audit.view');
		expect(() => exportAudit(test.ctx, actor, { query, timeZone: 'UTC', format: 'csv' })).toThrow(
			'audit.view'
		);
	}
});

it('exportAudit() gives out what fits, as CSV that no spreadsheet runs and as NDJSON, and enters that it did', async () => {
	await sealAudit(test.ctx);
	const all = async (format: 'csv' | 'ndjson', query: string) =>
		(
			await Array.fromAsync(
				exportAudit(test.ctx, SYSTEM, {
					query: parseAuditQuery(new URLSearchParams(query)),
					timeZone: 'UTC',
					format
				})
			)
		).join('');
	const csv = (await all('csv', 'subject=queue')).split('\r\n');
	expect(csv).toHaveLength(4);
	expect(csv[0]).toBe(
		'id,at,actor,actor_name,action,subject,before,after,reason,channel,address,request_id,hash,erased'
	);
	expect(csv[2]).toMatch(
		/^1,2026-11-20T22:30:00\.000Z,user:ana,Ana Gil,queue\.update,queue:billing,"\{""level"":0\.8\}",.*,'=cmd\(\),system,,,[0-9a-f]{64},$/
	);
	const lines = (await all('ndjson', 'who=user:ana'))
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as { id: number });
	expect(lines.map(({ id }) => id)).toEqual([2, 1]);
	expect(await find('action=audit.export')).toHaveLength(2);
	expect(await checkAudit(test.ctx, admin)).toMatchObject({ broken: null });
});
