import { expect, it } from 'vitest';
import { findItems } from './find-items.ts';

const items = [
	{ id: '1', label: 'Facturación', group: 'Colas' },
	{ id: '2', label: 'Previsión', group: 'Páginas' },
	{ id: '3', label: 'Turno de previsión', group: 'Páginas' }
];
const ids = (text: string) => findItems(items, text).map((item) => item.id);

it('findItems() puts labels that start with the words first, accents aside', () => {
	expect(ids('prevision')).toEqual(['2', '3']);
	expect(ids('colas fact')).toEqual(['1']);
	expect(ids('')).toEqual(['1', '2', '3']);
	expect(ids('zzz')).toEqual([]);
});
