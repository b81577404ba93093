import * as tables from '../../../src/lib/server/db/schema/index.ts';
import type { Database } from '../../../src/lib/server/db/open-database.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Who leads, coaches and evaluates in the matrix, whatever role the case gives them. */
export const LEAD = 'user:lead';

/** Of which site, and when: one of each of everything is made. */
export interface Made {
	site: string;
	agentId: string;
	queueId: string;
	contactId: string;
	at: number;
}

type Orm = Database['orm'];

/** What is made on the floor: rules, alerts, kiosks, commands, suggestions. */
export async function addOperations(
	orm: Orm,
	{ site, agentId, queueId, contactId, at }: Made
): Promise<void> {
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
}
