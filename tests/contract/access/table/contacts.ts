import { describeFilter } from '../filters.ts';
import { centre, list, one, self, type Expectation } from './expectation.ts';
import { span } from './inputs.ts';

/** Contacts and their words. */
export const CONTACTS: Record<string, Expectation> = {
	'contacts.listContacts': list('contacts.view', 'contact', (w) => [w.ctx, 'actor', describeFilter(w), w.at]),
	'contacts.contactChoices': list('contacts.view', 'agent', (w) => [w.ctx, 'actor', span(w)]),
	'contacts.findContact': one('contacts.view', 'contact', ({ ctx }, site) => [
		ctx,
		'actor',
		`${site}-contact`
	]),
	'contacts.listWaiting': one('contacts.view', 'queue', ({ ctx }, site) => [
		ctx,
		'actor',
		`${site}-queue`,
		0
	]),
	'attention.attendContact': one('contacts.attend', 'contact', ({ ctx }, site) => [
		ctx,
		'actor',
		`${site}-contact`,
		{ kind: 'take' }
	]),
	'bots.readBots': list('contacts.view', 'contact', (w) => [
		w.ctx,
		'actor',
		{
			period: { name: 'custom', ...span(w), fromDay: '', toDay: '' },
			bot: null,
			queue: null,
			intent: null,
			language: null,
			windowDays: 7
		}
	]),
	'intents.readIntentShares': list('contacts.view', 'queue', (w) => [w.ctx, 'actor', span(w)]),
	'suggestions.listSuggestions': list('suggestions.view', 'queue', ({ ctx }) => [
		ctx,
		'actor',
		{ sinceMs: 0 }
	]),
	'routing.routeContact': one('contacts.route', 'contact', ({ ctx, centre }, site) => [
		ctx,
		centre.state,
		'actor',
		{ contact: `${site}-waiting` },
		'en'
	]),
	'handoff.handoffCard': one('contacts.view', 'contact', ({ ctx }, site) => [
		ctx,
		'actor',
		`${site}-contact`,
		'en'
	]),
	'handoff.ownContacts': self('schedule.own', ({ ctx, centre }) => [ctx, centre.state, 'actor', 'en']),
	'handoff.updateHandoffRules': centre('handoff.manage'),
	'handoff.saveAnswers': centre('handoff.manage'),
	'handoff.tryHandoffRules': centre('handoff.manage')
};
