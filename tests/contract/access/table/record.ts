import { OWN, centre, type Expectation } from './expectation.ts';

/** Long work, notices, the record. */
export const RECORD: Record<string, Expectation> = {
	'jobs.Jobs.start': centre('forecast.compute', ({ jobs }) => [
		jobs,
		'actor',
		{ kind: 'forecast', input: {}, payload: null, finish: async () => null }
	]),
	'jobs.Jobs.find': OWN,
	'jobs.Jobs.list': OWN,
	'jobs.Jobs.cancel': OWN,
	'jobs.Jobs.again': OWN,
	'dayplan.readProposal': centre('day.replan', ({ ctx, jobs, at }) => [
		ctx,
		jobs,
		'actor',
		{ nowMs: at, timeZone: 'UTC' }
	]),
	'notices.listNotices': OWN,
	'notices.rememberLanguage': OWN,
	'notices.markRead': OWN,
	'audit.recordAudit': OWN,
	'audit.recordAuditIfChanged': OWN
};
