import type { Right } from '#lib/contracts/rights.ts';
import { ForbiddenError } from './forbidden-error.ts';

/** What is asked for lies outside the actor's part of the centre, or is not there: nobody is told which. */
export class OutOfScopeError extends ForbiddenError {
	/** @param what and `id` of it; left out: all of the centre is asked for */
	constructor(
		right: Right,
		what?: 'queue' | 'agent' | 'contact' | 'rule' | 'session' | 'evaluation',
		id = ''
	) {
		super(right);
		this.name = 'OutOfScopeError';
		this.message =
			what === undefined
				? 'This is about the whole centre, and your account or key is for a part of it.'
				: `There is no ${what} "${id}" in the part of the centre that your account or key is for.`;
	}
}
