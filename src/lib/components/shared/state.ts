/** What a number says about itself, in one colour, glyph and word everywhere. */
export type State = 'ok' | 'watch' | 'breach' | 'unknown';
