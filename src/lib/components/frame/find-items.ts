import type { PaletteItem } from '#lib/live/ui-state.svelte.ts';

const plain = (text: string) =>
	text
		.normalize('NFD')
		.replace(/\p{Diacritic}/gu, '')
		.toLowerCase();

/** The palette's answer to what is typed: every word must occur; a label that starts with it comes first. */
export function findItems(items: readonly PaletteItem[], text: string, limit = 50): PaletteItem[] {
	const words = plain(text).split(/\s+/).filter(Boolean);
	const typed = words.join(' ');
	return items
		.map((item) => ({
			item,
			label: plain(item.label),
			said: plain(`${item.label} ${item.group} ${item.detail ?? ''}`)
		}))
		.filter(({ said }) => words.every((word) => said.includes(word)))
		.map((found) => ({
			...found,
			rank: found.label.startsWith(typed) ? 0 : found.label.includes(typed) ? 1 : 2
		}))
		.sort((a, b) => a.rank - b.rank)
		.slice(0, limit)
		.map(({ item }) => item);
}
