import type { StoredEffect } from '#lib/contracts/coaching-views.ts';
import { and, eq, isNotNull } from 'drizzle-orm';
import type { Metric, ModuleUse } from '#solver/coaching/index.ts';
import type { Context } from '../context.ts';
import { coachingEffects, coachingSessions } from '../db/schema/index.ts';

/** Every use of a module whose effect was measured: what the catalogue learns from. */
export async function readUses({ db }: Context): Promise<ModuleUse[]> {
	const rows = await db.orm
		.select({
			module: coachingSessions.moduleId,
			metric: coachingEffects.metric,
			found: coachingEffects.found
		})
		.from(coachingEffects)
		.innerJoin(coachingSessions, eq(coachingSessions.id, coachingEffects.sessionId))
		.where(and(eq(coachingEffects.kind, 'measured'), isNotNull(coachingSessions.moduleId)));
	return rows.flatMap(({ module, metric, found }): ModuleUse[] => {
		const effect = found as StoredEffect;
		// Where agents do not differ there is no unit to count in.
		return effect.kind === 'measured' && effect.errorSds !== null
			? [{ module: module!, metric: metric as Metric, sds: effect.sds, error: effect.errorSds }]
			: [];
	});
}
