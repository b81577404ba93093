export const PERSONAL_DATA_KINDS = ['card', 'iban', 'document', 'phone', 'email'] as const;
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];

/** A place of a text: `text.slice(start, end)`. */
export interface Span {
	start: number;
	end: number;
}
