import type AxeBuilder from '@axe-core/playwright';
import { seriousIn } from './axe.ts';
import type { RunningServer } from '../support/start-server.ts';
import { expect, test } from './fixtures.ts';

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

/** A test for each look that opens every one of these addresses as the admin. */
export function checkPages(pagesOf: (demo: RunningServer) => readonly string[]): void {
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
			for (const path of pagesOf(demo)) {
				await page.setViewportSize(SIZES[0]!);
				const response = await page.goto(path);
				expect(response?.status(), path).toBe(200);
				await expect(page.locator('html')).toHaveAttribute('lang', language);
				await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
				for (const size of SIZES) {
					await page.setViewportSize(size);
					const overflow = await page.evaluate(
						() => document.documentElement.scrollWidth - window.innerWidth
					);
					expect(overflow, `${path} at ${size.width}: sideways overflow`).toBeLessThanOrEqual(0);
					const found = await seriousIn(page, check);
					expect(found, `${path} at ${size.width}`).toEqual([]);
				}
			}
		});
}
