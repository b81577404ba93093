/** What a person reads where a value is not known. */
export const UNKNOWN = '–';
