import { TZDate } from '@date-fns/tz';
import { addDays, format, startOfWeek } from 'date-fns';
import { checkPages } from './check-pages.ts';

checkPages(({ demoZone }) => {
	const monday = startOfWeek(TZDate.tz(demoZone), { weekStartsOn: 1 });
	/** The demo's roster of this week, or of one so many weeks on. */
	const week = (by: number) => `demo-week-${format(addDays(monday, 7 * by), 'yyyy-MM-dd')}`;
	return [
		'/plan/history',
		'/plan/forecast',
		'/plan/staffing',
		'/plan/roster',
		'/plan/roster/compare',
		'/plan/roster/minimum-staff',
		'/me/published',
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
		'/plan/requests',
		'/plan/requests?show=all',
		'/plan/requests?tab=swaps',
		'/plan/requests?tab=availability',
		'/plan/requests?tab=allowances',
		'/plan/requests?tab=rules',
		'/me',
		'/me/calendar',
		// Last, as the demo draws them up in the background.
		`/plan/roster/${week(0)}/publish`,
		`/plan/roster/${week(0)}/run`,
		`/plan/roster/compare?a=${week(0)}&b=${week(1)}`,
		'/me/requests',
		'/me/calendar'
	];
});
