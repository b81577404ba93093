/** Colours of the drawing, by what they are for, as the page's tokens say. */
const TOKENS = {
	surface: '--surface-1',
	inset: '--surface-2',
	border: '--border',
	borderStrong: '--border-strong',
	gridLine: '--chart-grid',
	text: '--text',
	muted: '--text-muted',
	accent: '--accent',
	accentSoft: '--accent-soft',
	onAccent: '--on-accent',
	breach: '--breach',
	breachSoft: '--breach-soft',
	watch: '--watch',
	work: '--agent-handling',
	break: '--agent-break',
	lunch: '--agent-lunch',
	training: '--agent-training',
	meeting: '--agent-meeting',
	gap: '--unknown',
	scheduled: '--series-1',
	required: '--chart-target',
	surplus: '--surplus',
	shortage: '--shortage'
} as const;

export type GridPalette = Record<keyof typeof TOKENS, string> & { font: string };

/** As they stand now within an element: light or dark is decided there. */
export function readPalette(within: HTMLElement): GridPalette {
	const probe = document.createElement('span');
	within.append(probe);
	const palette = { font: getComputedStyle(within).fontFamily } as GridPalette;
	for (const [name, token] of Object.entries(TOKENS)) {
		probe.style.color = `var(${token})`;
		palette[name as keyof typeof TOKENS] = getComputedStyle(probe).color;
	}
	probe.remove();
	return palette;
}

/** Calls back when light becomes dark or the reverse; answers its clean-up. */
export function listenTheme(onchange: () => void): () => void {
	const observer = new MutationObserver(onchange);
	observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
	const scheme = matchMedia('(prefers-color-scheme: dark)');
	scheme.addEventListener('change', onchange);
	return () => {
		observer.disconnect();
		scheme.removeEventListener('change', onchange);
	};
}

/** Of an activity; time off without a name is the gap between two stretches of work. */
export const activityColor = (
	palette: GridPalette,
	kind: 'break' | 'lunch' | 'training' | 'meeting' | undefined,
	paid: boolean
): string => (kind ? palette[kind] : paid ? palette.break : palette.gap);
