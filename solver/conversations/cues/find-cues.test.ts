import { describe, expect, it } from 'vitest';
import { findCues } from './find-cues.ts';

const kinds = (text: string) => findCues(text).map(({ kind }) => kind);

describe('findCues()', () => {
	it.each([
		['I am furious with you', 'anger'],
		['estoy muy preocupada', 'worry'],
		['I will sue you', 'legal-threat'],
		['quiero darme de baja', 'churn-threat'],
		['my mother is on a breathing machine', 'vulnerability'],
		['es la tercera vez que llamo', 'repeated-contact'],
		['quiero hablar con una persona', 'asks-for-person']
	])('"%s" speaks of %s', (text, kind) => expect(kinds(text)).toContain(kind));

	it.each(['no quiero hablar con nadie más', 'I am not angry', 'thank you, all good'])(
		'"%s" of nothing',
		(text) => expect(kinds(text)).toEqual([])
	);
});
