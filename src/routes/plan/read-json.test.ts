import { expect, it } from 'vitest';
import { readJson } from './read-json.ts';

const read = (text: string) => {
	const form = new FormData();
	form.set('input', text);
	return readJson('Saving', form, 'input');
};

it('reads an object or a list, and refuses all else with the field and what it holds', () => {
	expect(read('{"a":1}')).toEqual({ a: 1 });
	expect(read('[1]')).toEqual([1]);
	for (const text of ['null', '5', '"x"', 'true'])
		expect(() => read(text)).toThrow(`Saving: the field "input" is neither an object nor a list: "${text}".`);
	expect(() => read('{')).toThrow('Saving: the field "input" is not JSON: "{".');
});
