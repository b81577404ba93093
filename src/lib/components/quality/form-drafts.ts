import type { FormItem, FormSection, QualityForm, Words } from '#solver/quality/index.ts';

export interface FormDraft {
	name: Words;
	body: QualityForm;
}

const blank = (): Words => ({ en: '', es: '' });

/** An id that no section or question of the form has. */
export function freeId({ sections }: QualityForm, prefix: string): string {
	const taken = new Set(sections.flatMap(({ id, items }) => [id, ...items.map((item) => item.id)]));
	for (let n = 1; ; n++) if (!taken.has(`${prefix}${n}`)) return `${prefix}${n}`;
}

export const emptyItem = (id: string): FormItem => ({
	id,
	text: blank(),
	guide: blank(),
	weight: 1,
	top: 1,
	allowNa: false,
	fail: 'none'
});
export const emptySection = (id: string, itemId: string): FormSection => ({
	id,
	title: blank(),
	weight: 10,
	items: [emptyItem(itemId)]
});
export const emptyForm = (): FormDraft => ({
	name: blank(),
	body: { sections: [emptySection('s1', 'q1')] }
});

/** How many texts lack a language; a guide may be left out, but then in both. */
export function missingTexts({ name, body }: FormDraft): number {
	const lacks = ({ en, es }: Words) => Number(en.trim() === '') + Number(es.trim() === '');
	const half = (words: Words) => lacks(words) % 2;
	return body.sections.reduce(
		(sum, { title, items }) =>
			sum + lacks(title) + items.reduce((own, { text, guide }) => own + lacks(text) + half(guide), 0),
		lacks(name)
	);
}

/** The list with the member moved by one place; as it is where there is no such place. */
export function moved<T>(list: readonly T[], index: number, step: 1 | -1): T[] {
	const to = index + step;
	if (to < 0 || to >= list.length) return [...list];
	const next = [...list];
	[next[index], next[to]] = [next[to]!, next[index]!];
	return next;
}
