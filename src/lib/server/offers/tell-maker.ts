import type { Context } from '../context.ts';
import { tell } from '../notices/index.ts';
import type { Offer } from './read-offers.ts';

/** Tells who made an offer what came of it; the system is nobody to be told. */
export async function tellMaker(
	ctx: Context,
	{ createdBy, kind }: Pick<Offer, 'createdBy' | 'kind'>,
	notice: 'offer.accepted' | 'offer.taken-back',
	about: { agent: string; startAt: number }
): Promise<void> {
	if (!createdBy.startsWith('user:')) return;
	const maker = createdBy.slice('user:'.length);
	await tell(ctx, [maker], notice, { ...about, offer: kind }, '/adherence?tab=offers');
}
