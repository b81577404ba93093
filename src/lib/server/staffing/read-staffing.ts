import { and, asc, desc, eq } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { forecasts, staffingIntervals, staffingPlans } from '../db/schema/index.ts';
import type { QueueTerms } from './plan-queue.ts';

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
	parameters: staffingPlans.parameters
};

/** All staffing plans, newest first. */
export async function listStaffing({ db }: Context, actor: Actor): Promise<StaffingHead[]> {
	requireRight(actor, 'staffing.view');
	const rows = await db.orm
		.select(fields)
		.from(staffingPlans)
		.innerJoin(forecasts, eq(forecasts.id, staffingPlans.forecastId))
		.orderBy(desc(staffingPlans.createdAt));
	return rows as StaffingHead[];
}

export async function findStaffing({ db }: Context, actor: Actor, id: string): Promise<StaffingHead | null> {
	requireRight(actor, 'staffing.view');
	const [row] = await db.orm
		.select(fields)
		.from(staffingPlans)
		.innerJoin(forecasts, eq(forecasts.id, staffingPlans.forecastId))
		.where(eq(staffingPlans.id, id));
	return (row as StaffingHead | undefined) ?? null;
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

/** Removes a plan with the rosters made from it. False when there is none such. */
export async function removeStaffing(ctx: Context, actor: Actor, id: string): Promise<boolean> {
	requireRight(actor, 'staffing.compute');
	const { orm } = ctx.db;
	const [found] = await orm
		.select({ name: staffingPlans.name })
		.from(staffingPlans)
		.where(eq(staffingPlans.id, id));
	if (!found) return false;
	await orm.batch([
		orm.delete(staffingPlans).where(eq(staffingPlans.id, id)),
		recordAudit(ctx, actor, { action: 'staffing.remove', subject: `staffing:${id}`, before: found })
	]);
	return true;
}
