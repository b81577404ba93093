import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';

const NAMES: Record<string, (inputs: object, options: { locale?: Locale }) => string> = {
	billing: m.intent_billing,
	payment: m.intent_payment,
	tariff: m.intent_tariff,
	complaint: m.intent_complaint,
	outage: m.intent_outage,
	technical: m.intent_technical,
	appointment: m.intent_appointment,
	move: m.intent_move,
	cancel: m.intent_cancel
};

/** A reason for contact as people say it; one that is a centre's own stands as the source names it. */
export const intentName = (intent: string, locale?: Locale): string =>
	NAMES[intent]?.({}, { locale }) ?? intent;
