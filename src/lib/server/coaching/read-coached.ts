import type { StoredEffect } from '#lib/contracts/coaching-views.ts';
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Metric, ModuleUse } from '#solver/coaching/index.ts';
import type { Context } from '../context.ts';
import { coachingEffects, coachingGoals, coachingSessions } from '../db/schema/index.ts';
import type { DayBands } from './day-bands.ts';
import type { CoachedSession } from './measure-sessions.ts';

/** With less before it than this, an answer from when there was more is the better one. */
const DAYS_BEFORE = 28;

export interface CoachedSessions {
	sessions: CoachedSession[];
	/** Earlier uses of modules that are not measured anew. */
	settledUses: ModuleUse[];
}

/** The sessions held within the days, as the worker measures them. */
export async function readCoached({ db, now }: Context, days: readonly DayBands[]): Promise<CoachedSessions> {
	const { orm } = db;
	const held = await orm.select().from(coachingSessions).where(isNotNull(coachingSessions.heldAt));
	const within = held.flatMap((row) => {
		const heldOn = days.findIndex(({ fromMs, toMs }) => row.heldAt! >= fromMs && row.heldAt! < toMs);
		return heldOn >= 0 && ['held', 'acknowledged'].includes(row.state) ? [{ row, day: heldOn + 1 }] : [];
	});
	const measured = await orm.select().from(coachingEffects).where(eq(coachingEffects.kind, 'measured'));
	const open = await orm
		.select()
		.from(coachingGoals)
		.where(
			and(
				eq(coachingGoals.state, 'open'),
				inArray(
					coachingGoals.sessionId,
					within.map(({ row }) => row.id)
				)
			)
		);
	const effectsOf = Map.groupBy(measured, ({ sessionId }) => sessionId);
	const goalsOf = Map.groupBy(open, ({ sessionId }) => sessionId);
	const at = now();
	const today = days.find(({ fromMs, toMs }) => at >= fromMs && at < toMs)?.date ?? '';
	const sessions = within.map(({ row, day }): CoachedSession => ({
		id: row.id,
		agentId: row.agentId,
		moduleId: row.moduleId,
		day,
		metrics: row.metrics as Metric[],
		settled: day >= DAYS_BEFORE ? [] : (effectsOf.get(row.id) ?? []).map(({ metric }) => metric as Metric),
		goals: (goalsOf.get(row.id) ?? []).map(({ id, metric, target, byDate }) => ({
			id,
			metric: metric as Metric,
			target,
			isDue: today > byDate
		}))
	}));
	const anew = new Map(sessions.map((session) => [session.id, session]));
	const moduleOf = new Map(held.map(({ id, moduleId }) => [id, moduleId]));
	const settledUses = measured.flatMap(({ sessionId, metric, found }): ModuleUse[] => {
		const session = anew.get(sessionId);
		const isAnew = session?.metrics.includes(metric as Metric) && !session.settled.includes(metric as Metric);
		const module = moduleOf.get(sessionId);
		const effect = found as StoredEffect;
		if (isAnew || !module || effect.kind !== 'measured' || effect.errorSds === null) return [];
		return [{ module, metric: metric as Metric, sds: effect.sds, error: effect.errorSds }];
	});
	return { sessions, settledUses };
}
