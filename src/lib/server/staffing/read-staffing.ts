import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { forecasts, staffingIntervals, staffingPlans } from '../db/schema/index.ts';
import type { PlanTerms, QueueTerms } from './queue-terms.ts';
import type { StaffingGroup } from './skill-groups.ts';
import type { StoredParameters } from './store-staffing.ts';

export interface StaffingHead {
	id: string;
	name: string;
	forecastId: string;
	forecastName: string;
	timeZone: string;
	intervalSeconds: number;
	fromAt: number;
	toAt: number;
	createdAt: number;
	/** By queue. */
	parameters: Record<string, QueueTerms>;
	/** Null in plans made before there was more than one share of shrinkage. */
	terms: PlanTerms | null;
	/** Null: queue by queue. */
	groups: StaffingGroup[] | null;
	/** That every queue meets its target; null while not checked. */
	probabilityMet: number | null;
}

const fields = {
	id: staffingPlans.id,
	name: staffingPlans.name,
	forecastId: staffingPlans.forecastId,
	forecastName: forecasts.name,
	timeZone: forecasts.timeZone,
	intervalSeconds: staffingPlans.intervalSeconds,
	fromAt: forecasts.fromAt,
	toAt: forecasts.toAt,
	createdAt: staffingPlans.createdAt,
	parameters: staffingPlans.parameters,
	groups: staffingPlans.groups,
	// The whole check is large: the page of a plan reads it on its own.
	probabilityMet: sql<
		number | null
	>`json_extract(${staffingPlans.check}, '$.plan.overall.probabilityMet.value')`
};

type Row = Omit<StaffingHead, 'parameters' | 'terms' | 'groups'> & {
	parameters: unknown;
	groups: unknown[] | null;
};

function head({ parameters, groups, ...row }: Row): StaffingHead {
	const stored = parameters as StoredParameters | Record<string, QueueTerms>;
	const isNew = (stored as StoredParameters).version === 2;
	return {
		...row,
		parameters: isNew ? (stored as StoredParameters).queues : (stored as Record<string, QueueTerms>),
		terms: isNew ? (stored as StoredParameters).plan : null,
		groups: groups as StaffingGroup[] | null
	};
}

/** All staffing plans, newest first. */
export async function listStaffing({ db }: Context, actor: Actor): Promise<StaffingHead[]> {
	requireRight(actor, 'staffing.view');
	const rows = await db.orm
		.select(fields)
		.from(staffingPlans)
		.innerJoin(forecasts, eq(forecasts.id, staffingPlans.forecastId))
		.where(isNull(staffingPlans.removedAt))
		.orderBy(desc(staffingPlans.createdAt));
	return rows.map(head);
}

export async function findStaffing({ db }: Context, actor: Actor, id: string): Promise<StaffingHead | null> {
	requireRight(actor, 'staffing.view');
	const [row] = await db.orm
		.select(fields)
		.from(staffingPlans)
		.innerJoin(forecasts, eq(forecasts.id, staffingPlans.forecastId))
		.where(and(eq(staffingPlans.id, id), isNull(staffingPlans.removedAt)));
	return row ? head(row) : null;
}

export type StaffingIntervalRow = typeof staffingIntervals.$inferSelect;

/** A plan's intervals in order of time, of one queue or of all. */
export async function readStaffingIntervals(
	{ db }: Context,
	actor: Actor,
	planId: string,
	queueId?: string
): Promise<StaffingIntervalRow[]> {
	requireRight(actor, 'staffing.view');
	const ofPlan = eq(staffingIntervals.planId, planId);
	return db.orm
		.select()
		.from(staffingIntervals)
		.where(queueId === undefined ? ofPlan : and(ofPlan, eq(staffingIntervals.queueId, queueId)))
		.orderBy(asc(staffingIntervals.queueId), asc(staffingIntervals.startAt));
}
