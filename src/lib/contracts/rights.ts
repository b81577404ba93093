import type { Role } from './terms.ts';

/** Everything that can be allowed; pages, API, sockets and the CLI check these and nothing else. */
export const RIGHTS = [
	'live.view',
	'live.act',
	'alerts.view',
	'alerts.answer',
	'alerts.manage',
	'views.keep',
	'kiosks.manage',
	'contacts.view',
	'contacts.route',
	'handoff.manage',
	'suggestions.view',
	'contacts.attend',
	'history.import',
	'forecast.view',
	'forecast.compute',
	'forecast.adjust',
	'forecast.publish',
	'intraday.view',
	'adherence.view',
	'adherence.excuse',
	'adherence.manage',
	'schedule.change',
	'staffing.view',
	'staffing.compute',
	'capacity.view',
	'capacity.manage',
	'roster.view',
	'roster.compute',
	'roster.publish',
	'schedule.own',
	'coaching.view',
	'coaching.compute',
	'coaching.own',
	'coaching.lead',
	'coaching.reserved',
	'quality.view',
	'quality.evaluate',
	'quality.forms',
	'quality.own',
	'settings.view',
	'settings.manage',
	'privacy.manage',
	'users.manage',
	'keys.manage',
	'backup.make',
	'events.ingest'
] as const;
export type Right = (typeof RIGHTS)[number];

const PLANNING: Right[] = [
	'history.import',
	'forecast.view',
	'forecast.compute',
	'forecast.adjust',
	'forecast.publish',
	'intraday.view',
	'adherence.view',
	'adherence.excuse',
	'adherence.manage',
	'schedule.change',
	'staffing.view',
	'staffing.compute',
	'capacity.view',
	'capacity.manage',
	'roster.view',
	'roster.compute',
	'roster.publish'
];

export const RIGHTS_OF_ROLE: Record<Role, readonly Right[]> = {
	admin: RIGHTS,
	planner: [
		'live.view',
		'alerts.view',
		'views.keep',
		'contacts.view',
		'suggestions.view',
		'coaching.reserved',
		'settings.view',
		...PLANNING
	],
	supervisor: [
		'live.view',
		'live.act',
		'alerts.view',
		'alerts.answer',
		'alerts.manage',
		'views.keep',
		'kiosks.manage',
		'contacts.view',
		'contacts.route',
		'handoff.manage',
		'suggestions.view',
		'contacts.attend',
		'forecast.view',
		'intraday.view',
		'adherence.view',
		'adherence.excuse',
		'schedule.change',
		'staffing.view',
		'roster.view',
		'coaching.view',
		'coaching.compute',
		'coaching.lead',
		'coaching.reserved',
		'quality.view',
		'quality.evaluate',
		'quality.forms',
		'settings.view'
	],
	agent: ['schedule.own', 'coaching.own', 'quality.own']
};

export const RIGHTS_OF_KEY_SCOPE = {
	ingest: ['events.ingest', 'contacts.route'],
	read: [
		'live.view',
		'contacts.view',
		'contacts.route',
		'forecast.view',
		'intraday.view',
		'adherence.view',
		'staffing.view',
		'roster.view'
	],
	act: ['live.view', 'live.act', 'contacts.view'],
	/** About single people: apart from the numbers of the floor. */
	coaching: ['coaching.view']
} as const satisfies Record<string, readonly Right[]>;
