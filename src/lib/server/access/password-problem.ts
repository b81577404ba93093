import { isCommonPassword } from './common-password.ts';
import { InvalidInputError } from './invalid-input-error.ts';

/** @throws InvalidInputError for a password that is among the first to be guessed for this person */
export function refuseCommonPassword(
	action: string,
	password: string,
	person: { email: string; name: string }
): void {
	if (isCommonPassword(password, [person.email, person.name]))
		throw new InvalidInputError(
			`${action}: password: it is easily guessed; wanted several words, or a longer one.`
		);
}
