const OPEN = '\u0001';
const CLOSE = '\u0002';

/** Stands in a message for the nth field. */
export const slot = (index: number): string => `${OPEN}${index}${CLOSE}`;

export type SentencePart = { kind: 'words'; text: string } | { kind: 'field'; index: number };

/** A message with slots as words and fields, in its language's order. */
export function splitSlots(text: string): SentencePart[] {
	return text.split(OPEN).flatMap((piece, i): SentencePart[] => {
		if (i === 0) return words(piece);
		const [index, rest = ''] = piece.split(CLOSE);
		return [{ kind: 'field', index: Number(index) }, ...words(rest)];
	});
}

const words = (text: string): SentencePart[] =>
	text.trim() === '' ? [] : [{ kind: 'words', text: text.trim() }];
