import type { Right } from '#lib/contracts/rights.ts';

/** The actor lacks the right. */
export class ForbiddenError extends Error {
	readonly status = 403;
	readonly right: Right;

	constructor(right: Right) {
		super(`This needs the right "${right}", which your role or key does not have. Ask an administrator.`);
		this.name = 'ForbiddenError';
		this.right = right;
	}
}
