import { isCommonPassword } from './common-password.ts';
import { EASILY_GUESSED } from './fields.ts';
import { InvalidInputError } from './invalid-input-error.ts';

/** @throws InvalidInputError for a password that is among the first to be guessed for this person */
export function refuseCommonPassword(
	action: string,
	password: string,
	person: { email: string; name: string }
): void {
	if (isCommonPassword(password, [person.email, person.name]))
		throw new InvalidInputError(`${action}: password: ${EASILY_GUESSED}.`);
}
