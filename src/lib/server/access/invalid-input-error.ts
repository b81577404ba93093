/** Input that a verb can't take; the message says the action, the field and what was wanted. */
export class InvalidInputError extends Error {
	readonly status = 400;

	constructor(message: string) {
		super(message);
		this.name = 'InvalidInputError';
	}
}
