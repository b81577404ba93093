import type { Context } from '../context.ts';
import { signInLimits } from './sign-in-limits.ts';
import { lockedSeconds } from './sign-in-lock.ts';

export interface Guess {
	/** Seconds until one is allowed; 0 = this one is, and it counts. */
	waitSeconds: number;
	/** It was right: it does not count. */
	giveBack(): void;
}

/** One guess at an account, of a password or of a code, from an address. */
export async function takeGuess(ctx: Context, email: string, address: string): Promise<Guess> {
	const locked = await lockedSeconds(ctx, email, address);
	// Between looking and taking nothing is waited for: of many guesses at once no more pass than of one after the other.
	const { byAccount, byAddress } = signInLimits(ctx);
	const account = JSON.stringify([address, email]);
	const waitSeconds = Math.max(locked, byAccount.waitSeconds(account), byAddress.waitSeconds(address));
	if (waitSeconds === 0) {
		byAccount.take(account);
		byAddress.take(address);
	}
	return {
		waitSeconds,
		giveBack() {
			byAccount.giveBack(account);
			byAddress.giveBack(address);
		}
	};
}
