import { InvalidInputError, formText } from '#lib/server/access/index.ts';

/** A form's field that holds JSON; what is none is refused as the verb would. */
export function readJson(action: string, form: FormData, name: string): unknown {
	const text = formText(form, name);
	try {
		return JSON.parse(text);
	} catch {
		throw new InvalidInputError(`${action}: the field "${name}" is not JSON: "${text.slice(0, 40)}".`);
	}
}
