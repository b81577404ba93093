import { InvalidInputError, formText } from '#lib/server/access/index.ts';

/** A form's field that holds an object or a list as JSON; what is none is refused as the verb would. */
export function readJson(action: string, form: FormData, name: string): unknown {
	const text = formText(form, name);
	const refuse = (what: string) =>
		new InvalidInputError(`${action}: the field "${name}" is ${what}: "${text.slice(0, 40)}".`);
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw refuse('not JSON');
	}
	if (typeof value !== 'object' || value === null) throw refuse('neither an object nor a list');
	return value;
}
