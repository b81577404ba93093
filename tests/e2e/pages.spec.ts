import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';

const PAGES = [
	'/',
	'/agents',
	'/alerts',
	'/needs',
	'/contacts',
	'/bots',
	'/queues/billing-es',
	'/plan/history',
	'/plan/forecast',
	'/plan/staffing',
	'/plan/roster',
	'/settings',
	'/settings/queues',
	'/settings/users',
	'/settings/keys',
	'/settings/handoff',
	'/suggestions',
	'/coaching',
	'/coaching?state=all',
	'/coaching/catalogue',
	'/coaching/agents/adrian.pastor',
	'/settings/intents',
	'/settings/intents?tab=examples',
	'/settings/privacy',
	'/settings/webhooks',
	'/settings/sources',
	'/agents?view=table',
	'/agents?tab=actions',
	'/adherence',
	'/adherence?tab=day',
	'/adherence?tab=changes',
	'/adherence?tab=map',
	'/plan/intraday',
	'/settings/kiosks',
	'/wallboard',
	'/coaching/quality',
	'/coaching/quality?tab=evaluations',
	'/coaching/quality?tab=agents',
	'/coaching/quality?tab=sampling',
	'/coaching/quality/forms',
	'/coaching/quality/forms/new',
	'/coaching/quality/calibration',
	'/me',
	'/me/calendar',
	// The floor as it was an hour ago.
	`/?at=${new Date(Date.now() - 3_600_000).toISOString()}`
];
const SIZES = [
	{ width: 1440, height: 900 },
	{ width: 390, height: 844 }
];

/** A theme changes colours and nothing else; a language changes words, and never a colour. */
const LOOKS = [
	{ language: 'en', theme: 'light', check: (axe: AxeBuilder) => axe },
	{ language: 'en', theme: 'dark', check: (axe: AxeBuilder) => axe.withRules('color-contrast') },
	{ language: 'es', theme: 'light', check: (axe: AxeBuilder) => axe.disableRules('color-contrast') }
];

for (const { language, theme, check } of LOOKS)
	test(`every page in ${language}, ${theme}, wide and narrow: nothing serious from axe, no sideways scroll, no console error`, async ({
		page,
		context,
		demo,
		signIn
	}) => {
		// Each page is looked at in two sizes: some seconds a page on a slow machine.
		test.setTimeout(600_000);
		await context.addCookies([
			{ name: 'marea_theme', value: theme, url: demo.url },
			{ name: 'PARAGLIDE_LOCALE', value: language, url: demo.url }
		]);
		await signIn('admin');
		for (const path of PAGES) {
			await page.setViewportSize(SIZES[0]!);
			const response = await page.goto(path);
			expect(response?.status(), path).toBe(200);
			await expect(page.locator('html')).toHaveAttribute('lang', language);
			await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
			for (const size of SIZES) {
				await page.setViewportSize(size);
				const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
				expect(overflow, `${path} at ${size.width}: sideways overflow`).toBeLessThanOrEqual(0);
				const { violations } = await check(new AxeBuilder({ page })).analyze();
				const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
				const named = serious.map(
					({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`
				);
				expect(named, `${path} at ${size.width}`).toEqual([]);
			}
		}
	});
