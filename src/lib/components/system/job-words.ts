import type { JobUpdate } from '#lib/contracts/live.ts';
import type { JobKind } from '#lib/server/jobs/index.ts';
import { m } from '#lib/paraglide/messages.js';

const KINDS: Record<JobKind, () => string> = {
	forecast: m.health_kind_forecast,
	staffing: m.health_kind_staffing,
	'staffing-check': m.health_kind_staffing_check,
	capacity: m.health_kind_capacity,
	intents: m.health_kind_intents,
	coaching: m.health_kind_coaching,
	roster: m.health_kind_roster,
	'day-plan': m.dayplan_title
};
/** A kind of a later version as it is stored. */
export const jobKind = (kind: string): string =>
	(KINDS as Partial<Record<string, () => string>>)[kind]?.() ?? kind;

export const jobState = (state: JobUpdate['state']): string =>
	({
		queued: m.health_job_queued,
		running: m.health_job_running,
		done: m.health_job_done,
		failed: m.health_job_failed,
		cancelled: m.health_job_cancelled
	})[state]();
