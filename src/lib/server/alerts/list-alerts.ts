import { and, desc, eq, gte, inArray, isNull, type SQL } from 'drizzle-orm';
import type { AlertMetric, AlertRow } from '#lib/contracts/alerts.ts';
import { requireRight, scopeOf } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { alertRules, alerts } from '../db/schema/index.ts';

export interface AlertFilter {
	openOnly?: boolean;
	sinceMs?: number;
	queueId?: string;
	limit?: number;
}

/** Alerts, newest first. */
export async function listAlerts(
	{ db }: Context,
	actor: Actor,
	{ openOnly, sinceMs, queueId, limit = 500 }: AlertFilter = {}
): Promise<AlertRow[]> {
	requireRight(actor, 'alerts.view');
	const conditions: SQL[] = [];
	if (openOnly) conditions.push(isNull(alerts.closedAt));
	if (sinceMs !== undefined) conditions.push(gte(alerts.openedAt, sinceMs));
	if (queueId !== undefined) conditions.push(eq(alerts.queueId, queueId));
	const scope = scopeOf(actor);
	if (scope) conditions.push(inArray(alerts.queueId, [...scope.queues]));
	const rows = await db.orm
		.select({ alert: alerts, sound: alertRules.sound })
		.from(alerts)
		.leftJoin(alertRules, eq(alertRules.id, alerts.ruleId))
		.where(and(...conditions))
		.orderBy(desc(alerts.openedAt))
		.limit(limit);
	return rows.map(({ alert, sound }) => ({
		...alert,
		metric: alert.metric as AlertMetric,
		sound: sound ?? false
	}));
}
