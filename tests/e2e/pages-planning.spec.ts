import { checkPages } from './check-pages.ts';

checkPages([
	'/plan/history',
	'/plan/forecast',
	'/plan/staffing',
	'/plan/roster',
	'/coaching',
	'/coaching?state=all',
	'/coaching/catalogue',
	'/coaching/agents/adrian.pastor',
	'/plan/intraday',
	'/coaching/quality',
	'/coaching/quality?tab=evaluations',
	'/coaching/quality?tab=agents',
	'/coaching/quality?tab=sampling',
	'/coaching/quality/forms',
	'/coaching/quality/forms/new',
	'/coaching/quality/calibration',
	'/me',
	'/me/calendar'
]);
