import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe finds serious or critical on the page, in words: the rule and where. No page holds a frame, so the run in the
 * page itself ("legacy mode") tells all there is, without a second page to join frames' results, which took half the time.
 *
 * @param choose leaves rules out, or picks some
 */
export async function seriousIn(page: Page, choose = (axe: AxeBuilder) => axe): Promise<string[]> {
	const { violations } = await choose(new AxeBuilder({ page }).setLegacyMode()).analyze();
	return violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
