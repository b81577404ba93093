import type { ContactMessage } from '#lib/contracts/contact.ts';
import type { CueName } from '#lib/contracts/cues.ts';

/** A piece of a turn with what is to be marked on it. */
export interface TurnSegment {
	text: string;
	/** How much it weighs on the score; null: nothing. */
	weight: number | null;
	cues: CueName[];
}

/** A turn's text cut where the words that made its score and its cues begin and end; together they are the text. */
export function turnSegments({
	text,
	words,
	cues
}: Pick<ContactMessage, 'text' | 'words' | 'cues'>): TurnSegment[] {
	const marks = [...words, ...cues];
	const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])]
		.filter((cut) => cut >= 0 && cut <= text.length)
		.sort((a, b) => a - b);
	return cuts.slice(0, -1).map((start, i) => {
		const holds = (mark: { start: number; end: number }) => mark.start <= start && mark.end >= cuts[i + 1]!;
		return {
			text: text.slice(start, cuts[i + 1]),
			weight: words.find(holds)?.weight ?? null,
			cues: [...new Set(cues.filter(holds).map(({ kind }) => kind))]
		};
	});
}
