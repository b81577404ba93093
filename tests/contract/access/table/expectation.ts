import type { Right } from '#lib/contracts/rights.ts';
import type { Site, TwoSites } from '../two-sites.ts';

/** What a verb is about; how far each kind of scope reaches to it stands in `REACHES`. */
export type Kind = 'queue' | 'agent' | 'person' | 'contact';
type Args = (world: TwoSites, site: Site) => unknown[];

export type Expectation =
	/** About the whole centre: nobody who is for a part of it. Arguments are not looked at before the right. */
	| { is: 'centre'; right: Right; args?: Args }
	/** A right that reaches into a part, for something that is the whole centre's. */
	| { is: 'whole'; right: Right }
	/** A list: of a part, what lies in it. `kind`: what its rows are about; null: of nothing in particular. */
	| { is: 'list'; right: Right | readonly Right[]; kind: Kind | null; args: Args }
	/** About one thing: refused, or answered as one that is not there, outside the part. */
	| { is: 'one'; right: Right | readonly Right[]; kind: Kind; args: Args }
	/** About the agent that the account belongs to. */
	| { is: 'self'; right: Right; args: Args }
	/** Of the account itself, or a question without a secret: no right is asked for. */
	| { is: 'own' };

export const centre = (right: Right, args?: Args): Expectation => ({
	is: 'centre',
	right,
	...(args && { args })
});
export const whole = (right: Right): Expectation => ({ is: 'whole', right });
export const list = (right: Right | readonly Right[], kind: Kind | null, args: Args): Expectation => ({
	is: 'list',
	right,
	kind,
	args
});
export const one = (right: Right | readonly Right[], kind: Kind, args: Args): Expectation => ({
	is: 'one',
	right,
	kind,
	args
});
export const self = (right: Right, args: Args): Expectation => ({ is: 'self', right, args });
export const OWN: Expectation = { is: 'own' };
