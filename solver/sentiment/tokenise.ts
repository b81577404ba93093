import { FACES } from './lexicon/faces.ts';

export type TokenKind = 'word' | 'emoji' | 'face' | 'mark' | 'mention' | 'link' | 'number';

/** A piece of a text: `text` is `source.slice(start, end)`. */
export interface Token {
	kind: TokenKind;
	start: number;
	end: number;
	text: string;
	/** A word that came from a #hashtag. */
	tagged: boolean;
}

const FACE = FACES.map((face) => {
	const escaped = face.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
	const before = /^[\p{L}\p{N}]/u.test(face) ? '(?<![\\p{L}\\p{N}])' : '';
	const after = /[\p{L}\p{N}]$/u.test(face) ? '(?![\\p{L}\\p{N}])' : '';
	return before + escaped + after;
}).join('|');

const WORD = String.raw`[\p{L}\p{M}](?:[\p{L}\p{M}\p{N}_]|(?:['’´]|\\u2019)(?=[\p{L}]))*`;
const PATTERN = new RegExp(
	[
		String.raw`(?:https?:\/\/|www\.)\S{0,2000}|\bhttps?\b`,
		String.raw`[@#][\p{L}\p{M}\p{N}_]+`,
		String.raw`&(?:amp|lt|gt|quot|nbsp|apos);(?:3+)?`,
		FACE,
		WORD,
		String.raw`\p{Extended_Pictographic}(?:[\uFE0F\u{1F3FB}-\u{1F3FF}]|\u200D\p{Extended_Pictographic})*`,
		String.raw`\p{N}+(?:[.,:]\p{N}+)*`,
		String.raw`[!?¡¿]+|\.{2,}|…|[.,;:"“”()—\n]`
	].join('|'),
	'guy'
);
const TAG_PART = /\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|[\p{L}\p{M}]+/gu;
const LETTER = /^[\p{L}\p{M}]/u;
const DIGIT = /^\p{N}/u;
const PICTURE = /^\p{Extended_Pictographic}/u;
const FACE_SET = new Set(FACES);

const LETTER_CODE = 1;
const INNER_CODE = 2;
/** Letters of the Latin alphabets, and digits and `_`, which may follow one. */
const CODES = Uint8Array.from({ length: 0x250 }, (_, code) => {
	const char = String.fromCharCode(code);
	if (LETTER.test(char)) return LETTER_CODE;
	return DIGIT.test(char) || char === '_' ? INNER_CODE : 0;
});
/** Characters that open a typed face or a link, where the pattern must be asked. */
const OPENERS = new Set([
	...FACES.map((face) => face.charCodeAt(0)),
	...[...'hw'].map((c) => c.charCodeAt(0))
]);
const BLANK = 32;
const isApostrophe = (code: number) => code === 0x27 || code === 0x2019 || code === 0xb4;

/** Where a plain Latin word that begins at `start` ends; −1 where the pattern must be asked. */
function endOfPlainWord(text: string, start: number): number {
	for (let at = start + 1; ; at++) {
		const code = at < text.length ? text.charCodeAt(at) : BLANK;
		if (code < 0x250) {
			if (CODES[code]! > 0) continue;
			if (!isApostrophe(code)) return code === 0x5c ? -1 : at;
			const next = at + 1 < text.length ? text.charCodeAt(at + 1) : BLANK;
			if (next >= 0x250) return -1;
			if (CODES[next] !== LETTER_CODE) return at;
		} else if (code >= 0x2000 && code < 0x2019) return at;
		else return -1;
	}
}

/**
 * Splits a text into words, emoji, typed faces, marks, mentions, links and numbers, each with its place in the text.
 * Hashtags become their words (`#NeverAgain` → Never, Again). What is none of these is left out. Words in Latin letters
 * are cut by hand, which is what most texts are made of; the pattern decides on the rest.
 *
 * Cost: linear in the text's length.
 */
export function tokenise(text: string): Token[] {
	const tokens: Token[] = [];
	const add = (kind: TokenKind, start: number, piece: string, tagged = false) =>
		tokens.push({ kind, start, end: start + piece.length, text: piece, tagged });
	for (let at = 0; at < text.length;) {
		const code = text.charCodeAt(at);
		if (code === BLANK) {
			at++;
			continue;
		}
		if (code < 0x250 && CODES[code] === LETTER_CODE && !OPENERS.has(code)) {
			const end = endOfPlainWord(text, at);
			if (end > 0) {
				add('word', at, text.slice(at, end));
				at = end;
				continue;
			}
		}
		PATTERN.lastIndex = at;
		const match = PATTERN.exec(text);
		if (!match) {
			at++;
			continue;
		}
		addMatch(match[0], at, add);
		at += match[0].length;
	}
	return tokens;
}

function addMatch(
	piece: string,
	at: number,
	add: (kind: TokenKind, start: number, piece: string, tagged?: boolean) => void
): void {
	if (FACE_SET.has(piece)) add('face', at, piece);
	else if (LETTER.test(piece)) {
		if (/^(?:https?(?:$|:\/\/)|www\.)/.test(piece)) add('link', at, piece);
		else add('word', at, piece);
	} else if (piece[0] === '@') add('mention', at, piece);
	else if (piece[0] === '#')
		for (const part of piece.matchAll(TAG_PART)) add('word', at + part.index, part[0], true);
	else if (piece[0] === '&') {
		if (piece.startsWith('&lt;3')) add('face', at, piece);
	} else if (DIGIT.test(piece)) add('number', at, piece);
	else if (PICTURE.test(piece)) add('emoji', at, piece);
	else add('mark', at, piece);
}
