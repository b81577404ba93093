import type { ServiceLevelVariant } from '#lib/contracts/terms.ts';
import { m } from '#lib/paraglide/messages.js';

/** A reading of service level in the reader's language. */
export const variantName = (variant: ServiceLevelVariant): string =>
	({
		'of-offered': m.settings_variant_of_offered,
		'of-answered': m.settings_variant_of_answered,
		'answered-or-abandoned': m.settings_variant_answered_or_abandoned,
		'less-abandons-in-threshold': m.settings_variant_less_abandons,
		'less-short-abandons': m.settings_variant_less_short
	})[variant]();
