import type { Site, TwoSites } from '../two-sites.ts';

export const HOUR = 3_600_000;
export const day = ({ at }: TwoSites) => {
	const fromAt = Math.floor(at / (24 * HOUR)) * 24 * HOUR;
	return { day: new Date(fromAt).toISOString().slice(0, 10), fromAt, toAt: fromAt + 24 * HOUR };
};
export const moment = ({ at }: TwoSites) => ({ nowMs: at, knownUntilMs: at });
export const rule = (site: Site) => ({
	name: 'new',
	metric: 'waiting' as const,
	queueId: `${site}-queue`,
	watchThreshold: 3
});
export const span = ({ at }: TwoSites) => ({ fromMs: at - 24 * HOUR, toMs: at + 24 * HOUR });
export const plan = ({ at }: TwoSites, site: Site) => ({
	agentId: `${site}-agent`,
	coachId: 'lead',
	cause: 'holding',
	moduleId: null,
	metrics: ['hold'],
	startAt: at + 2 * HOUR,
	endAt: at + 2.5 * HOUR
});
export const offered = ({ at }: TwoSites) => ({
	kind: 'time_off' as const,
	fromAt: at + HOUR,
	toAt: at + 2 * HOUR,
	places: 1
});
