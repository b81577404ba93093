import { readFileSync } from 'node:fs';

/**
 * `MAREA_X_FILE=/run/secrets/x` stands for `MAREA_X` with that file's text, as container platforms hand secrets over; the
 * end of its last line is left out.
 *
 * @throws when both are given, or the file cannot be read or is empty: a secret is never guessed
 */
export function secretsFromFiles(env: Record<string, string | undefined>): void {
	for (const [name, path] of Object.entries(env)) {
		const variable = /^(MAREA_\w+)_FILE$/.exec(name)?.[1];
		if (!variable || !path) continue;
		if (env[variable] !== undefined)
			throw new Error(`${variable} and ${name} are both set: leave one of them out.`);
		let text: string;
		try {
			text = readFileSync(path, 'utf8').replace(/\r?\n$/, '');
		} catch (error) {
			throw new Error(`${name}: "${path}" cannot be read (${(error as NodeJS.ErrnoException).code}).`, {
				cause: error
			});
		}
		if (text === '') throw new Error(`${name}: "${path}" is empty.`);
		env[variable] = text;
	}
}
