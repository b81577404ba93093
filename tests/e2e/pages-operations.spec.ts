import { checkPages } from './check-pages.ts';

checkPages([
	'/',
	'/agents',
	'/alerts',
	'/needs',
	'/contacts',
	'/bots',
	'/queues/billing-es',
	'/suggestions',
	'/agents?view=table',
	'/agents?tab=actions',
	'/wallboard',
	'/settings',
	'/settings/queues',
	'/settings/users',
	'/settings/keys',
	'/settings/handoff',
	'/settings/intents',
	'/settings/intents?tab=examples',
	'/settings/privacy',
	'/settings/webhooks',
	'/settings/sources',
	'/adherence',
	'/adherence?tab=day',
	'/adherence?tab=changes',
	'/adherence?tab=map',
	'/settings/kiosks',
	// The floor as it was an hour ago.
	`/?at=${new Date(Date.now() - 3_600_000).toISOString()}`
]);
