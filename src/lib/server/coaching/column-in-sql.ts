/** `fcrClosed` → `fcr_closed`. */
export const columnInSql = (name: string): string =>
	name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
