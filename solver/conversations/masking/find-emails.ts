import type { Span } from './personal-data.ts';

const LOCAL = /[\p{L}\p{N}._%+-]/u;
const DOMAIN = /^(?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}]{2,24}/u;
const MOST_LOCAL = 64;
const MOST_DOMAIN = 260;
/** "ana punto gil arroba correo punto es", "ana (at) mail dot com": as it is dictated. */
const SPOKEN =
	/(?<![\p{L}\p{N}])[\p{L}\p{N}_-]{1,30}(?: (?:punto|dot|guion|guión) [\p{L}\p{N}_-]{1,30}){0,3}(?: ?[[(](?:at|arroba)[\])] ?| arroba | at )[\p{L}\p{N}-]{1,40}(?:(?: punto | dot | ?\. ?)(?:com|es|net|org|eu|co|uk|mx|ar|cl|cat|example)){1,2}(?![\p{L}\p{N}])/giu;

/** E-mail addresses, written and as they are dictated. Cost: linear in the text's length. */
export function findEmails(text: string): Span[] {
	const found: Span[] = [];
	for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
		let start = at;
		while (start > 0 && at - start < MOST_LOCAL && LOCAL.test(text[start - 1]!)) start--;
		const domain = DOMAIN.exec(text.slice(at + 1, at + 1 + MOST_DOMAIN));
		if (start < at && domain) found.push({ start, end: at + 1 + domain[0].length });
	}
	if (/arroba|[[(]at[\])]| at /i.test(text))
		for (const { 0: match, index } of text.matchAll(SPOKEN))
			found.push({ start: index, end: index + match.length });
	return found;
}
