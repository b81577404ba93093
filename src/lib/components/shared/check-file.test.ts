import { expect, it } from 'vitest';
import { checkFile } from './check-file.ts';

const csv = { name: 'Calls.CSV', type: 'text/csv', size: 100 };

it('checkFile() goes by ending, whole type or family of types', () => {
	expect(checkFile(csv, { accept: '.csv' }).kind).toBe('ok');
	expect(checkFile(csv, { accept: '.xlsx, text/*' }).kind).toBe('ok');
	expect(checkFile(csv, { accept: 'application/json' }).kind).toBe('wrong-type');
	expect(checkFile(csv, {}).kind).toBe('ok');
});

it('checkFile() lets exactly the limit through', () => {
	expect(checkFile(csv, { maxBytes: 100 }).kind).toBe('ok');
	expect(checkFile(csv, { maxBytes: 99 }).kind).toBe('too-big');
});
