import type { Right } from '#lib/contracts/rights.ts';
import { m } from '#lib/paraglide/messages.js';
import type { IconName } from '../shared/icons.ts';

export type NavItem = {
	href:
		| '/'
		| '/agents'
		| '/adherence'
		| '/balance'
		| '/alerts'
		| '/needs'
		| '/contacts'
		| '/bots'
		| '/me'
		| '/me/requests'
		| '/coaching'
		| '/suggestions'
		| '/coaching/quality'
		| '/coaching/quality/evaluations'
		| '/plan/history'
		| '/plan/forecast'
		| '/plan/staffing'
		| '/plan/roster'
		| '/plan/intraday'
		| '/plan/capacity'
		| '/plan/requests'
		| '/settings';
	label: () => string;
	icon: IconName;
	/** Shown only to those who hold it; null is everybody signed in. */
	right: Right | null;
	/** Not shown to those who hold this one, who have a page that shows more. */
	unless?: Right;
	group: 'live' | 'plan' | 'system';
};

/** Every page in the rail and the palette, in order. */
export const NAV: readonly NavItem[] = [
	{ href: '/', label: () => m.nav_floor(), icon: 'floor', right: 'live.view', group: 'live' },
	{ href: '/agents', label: () => m.nav_agents(), icon: 'agents', right: 'live.view', group: 'live' },
	{
		href: '/adherence',
		label: () => m.nav_adherence(),
		icon: 'clock',
		right: 'adherence.view',
		group: 'live'
	},
	{ href: '/needs', label: () => m.nav_needs(), icon: 'warning', right: 'contacts.view', group: 'live' },
	{ href: '/balance', label: () => m.nav_balance(), icon: 'moves', right: 'balance.view', group: 'live' },
	{
		href: '/contacts',
		label: () => m.nav_conversations(),
		icon: 'conversations',
		right: 'contacts.view',
		group: 'live'
	},
	{ href: '/bots', label: () => m.nav_bots(), icon: 'bot', right: 'contacts.view', group: 'live' },
	{ href: '/alerts', label: () => m.nav_alerts(), icon: 'bell', right: 'alerts.view', group: 'live' },
	{
		href: '/suggestions',
		label: () => m.nav_suggestions(),
		icon: 'check',
		right: 'suggestions.view',
		group: 'live'
	},
	{
		href: '/coaching',
		label: () => m.coachlead_title(),
		icon: 'coaching',
		right: 'coaching.view',
		group: 'live'
	},
	{
		href: '/coaching/quality',
		label: () => m.quality_nav(),
		icon: 'edit',
		right: 'quality.view',
		group: 'live'
	},
	{ href: '/me', label: () => m.nav_me(), icon: 'clock', right: 'schedule.own', group: 'live' },
	{
		href: '/me/requests',
		label: () => m.nav_my_requests(),
		icon: 'plan',
		right: 'schedule.own',
		group: 'live'
	},
	{
		href: '/coaching/quality/evaluations',
		label: () => m.quality_own_title(),
		icon: 'edit',
		right: 'quality.own',
		unless: 'quality.view',
		group: 'live'
	},
	{
		href: '/plan/history',
		label: () => m.nav_history(),
		icon: 'history',
		right: 'history.import',
		group: 'plan'
	},
	{
		href: '/plan/forecast',
		label: () => m.nav_forecast(),
		icon: 'forecast',
		right: 'forecast.view',
		group: 'plan'
	},
	{
		href: '/plan/staffing',
		label: () => m.nav_staffing(),
		icon: 'staffing',
		right: 'staffing.view',
		group: 'plan'
	},
	{
		href: '/plan/roster',
		label: () => m.nav_roster(),
		icon: 'roster',
		right: 'staffing.view',
		group: 'plan'
	},
	{
		href: '/plan/requests',
		label: () => m.nav_requests(),
		icon: 'check',
		right: 'requests.view',
		group: 'plan'
	},
	{
		href: '/plan/intraday',
		label: () => m.nav_intraday(),
		icon: 'chart',
		right: 'intraday.view',
		group: 'plan'
	},
	{
		href: '/plan/capacity',
		label: () => m.nav_capacity(),
		icon: 'plan',
		right: 'capacity.view',
		group: 'plan'
	},
	{
		href: '/settings',
		label: () => m.nav_settings(),
		icon: 'settings',
		right: 'settings.view',
		group: 'system'
	}
];
