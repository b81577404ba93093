import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./app.css', import.meta.url), 'utf8');

type Theme = 'light' | 'dark';
const THEMES: Theme[] = ['light', 'dark'];
const tokens = new Map(
	[...css.matchAll(/--([a-z0-9-]+):\s*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
		([, name, light, dark]) => [name!, { light: light!, dark: dark! }]
	)
);

function luminance(hex: string): number {
	const [red, green, blue] = [1, 3, 5].map((at) => {
		const part = parseInt(hex.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** WCAG 2.2 contrast ratio of two tokens. */
function contrast(one: string, other: string, theme: Theme): number {
	const [high, low] = [one, other]
		.map((name) => {
			const token = tokens.get(name);
			if (!token) throw new Error(`Can't read token "--${name}" in app.css: wanted light-dark(#…, #…)`);
			return luminance(token[theme]);
		})
		.sort((a, b) => b - a);
	return (high! + 0.05) / (low! + 0.05);
}

describe.each(THEMES)('colours of the %s theme', (theme) => {
	it.each(
		['surface-0', 'surface-1', 'surface-2'].flatMap((surface) =>
			['text', 'text-muted', 'text-faint', 'accent', 'ok', 'watch', 'breach', 'unknown'].map((ink) => [
				ink,
				surface
			])
		)
	)('%s on %s reads at 4.5 : 1', (ink, surface) => {
		expect(contrast(ink!, surface!, theme)).toBeGreaterThanOrEqual(4.5);
	});

	it.each(['ok', 'watch', 'breach', 'accent', 'unknown'])(
		'%s and text read on their own tint at 4.5 : 1',
		(state) => {
			expect(contrast(state, `${state}-soft`, theme)).toBeGreaterThanOrEqual(4.5);
			expect(contrast('text', `${state}-soft`, theme)).toBeGreaterThanOrEqual(4.5);
		}
	);

	it.each(['accent', 'accent-hover'])('words on a %s button read at 4.5 : 1', (fill) => {
		expect(contrast('on-accent', fill, theme)).toBeGreaterThanOrEqual(4.5);
	});

	it.each(
		[...tokens.keys()].filter((name) =>
			/^(series-|agent-|sentiment-|border-strong|chart-(axis|target))/.test(name)
		)
	)('%s stands out from a panel at 3 : 1', (name) => {
		expect(contrast(name, 'surface-1', theme)).toBeGreaterThanOrEqual(3);
	});
});
